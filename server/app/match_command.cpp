// `motcua match`: what the matcher makes of each text, for evaluation and for staff who wonder why.
#include <nlohmann/json.hpp>

#include "server/app/commands.hpp"
#include "server/app/json_lines.hpp"
#include "server/app/minds.hpp"

namespace motcua::app {

using nlohmann::json;

int match_lines(const std::filesystem::path& content, std::istream& in, std::ostream& out) {
  const auto mind = require_mind(content);
  return answer_json_lines(in, out, [&](const json& line) -> json {
    const std::string text = text_member(line, "text");
    const intents::understanding u = mind->match.understand(text);
    json candidates = json::array();
    for (const intents::candidate& c : u.candidates)
      candidates.push_back({{"entry", c.entry.str()}, {"confidence", c.confidence}});
    return {{"text", text},
            {"decision", name_of(u.what)},
            {"entry", u.entry ? json(u.entry->str()) : json(nullptr)},
            {"aspect", name_of(u.about)},
            {"confidence", u.confidence},
            {"candidates", std::move(candidates)}};
  });
}

}  // namespace motcua::app
