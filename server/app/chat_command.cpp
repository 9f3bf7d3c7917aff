// `motcua chat`: the dialogue without a server, for trying content and for tests.
#include <istream>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "server/app/commands.hpp"
#include "server/app/json_lines.hpp"
#include "server/app/minds.hpp"
#include "server/pipeline/clock.hpp"

namespace motcua::app {
namespace {

using nlohmann::json;

json to_json(const intents::action& a) {
  json one{{"title", a.title}};
  if (const auto* ask = std::get_if<intents::ask_again>(&a.does)) one["payload"] = ask->payload;
  if (const auto* link = std::get_if<intents::open_link>(&a.does)) one["url"] = link->url;
  if (const auto* call = std::get_if<intents::call_number>(&a.does)) one["number"] = call->number;
  return one;
}

json to_json(const std::string& conversation, const intents::turn& turn) {
  json replies = json::array();
  for (const intents::reply& r : turn.replies) {
    json actions = json::array();
    for (const intents::action& a : r.actions) actions.push_back(to_json(a));
    replies.push_back({{"text", r.text}, {"actions", std::move(actions)}});
  }
  return {{"conversation", conversation},
          {"decision", name_of(turn.what)},
          {"entry", turn.entry ? json(turn.entry->str()) : json(nullptr)},
          {"aspect", turn.entry ? json(name_of(turn.about)) : json(nullptr)},
          {"replies", std::move(replies)}};
}

void print(const intents::turn& turn, std::ostream& out) {
  int number = 0;
  for (const intents::reply& r : turn.replies) {
    out << '\n' << r.text << '\n';
    for (const intents::action& a : r.actions) {
      if (const auto* link = std::get_if<intents::open_link>(&a.does))
        out << "  > " << a.title << ": " << link->url;
      else if (const auto* call = std::get_if<intents::call_number>(&a.does))
        out << "  > " << a.title << ": " << call->number;
      else
        out << "  " << ++number << ". " << a.title;
      out << '\n';
    }
  }
}

}  // namespace

int chat_terminal(const std::filesystem::path& content, const content::unit_id& unit, std::istream& in,
                  std::ostream& out) {
  const auto mind = require_mind(content);
  const pipeline::clock now = pipeline::system_clock();
  intents::conversation state;
  out << "Gõ câu hỏi rồi Enter (Ctrl-D để thôi).\n";
  for (std::string line; out << "\n> " << std::flush && std::getline(in, line);) {
    if (line.empty()) continue;
    const intents::turn turn = intents::take_turn(*mind, state, {.text = line}, {unit, now()});
    print(turn, out);
    state = turn.after;
  }
  out << '\n';
  return 0;
}

int chat_json(const std::filesystem::path& content, const content::unit_id& unit, std::istream& in,
              std::ostream& out) {
  const auto mind = require_mind(content);
  const pipeline::clock now = pipeline::system_clock();
  std::map<std::string, intents::conversation> states;
  return answer_json_lines(in, out, [&](const json& line) -> json {
    const std::string conversation = text_member(line, "conversation");
    const std::string text = text_member(line, "text");
    intents::conversation& state = states[conversation];
    const intents::turn turn = intents::take_turn(*mind, state, {.text = text}, {unit, now()});
    state = turn.after;
    return to_json(conversation, turn);
  });
}

}  // namespace motcua::app
