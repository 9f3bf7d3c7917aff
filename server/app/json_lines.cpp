#include "server/app/json_lines.hpp"

#include <istream>
#include <ostream>

namespace motcua::app {

using nlohmann::json;

std::string text_member(const json& line, const char* name) {
  const auto found = line.find(name);
  if (found == line.end() || !found->is_string())
    throw bad_line{std::string{"\""} + name + "\" must be a text"};
  return found->get<std::string>();
}

int answer_json_lines(std::istream& in, std::ostream& out, const std::function<json(const json&)>& answer) {
  constexpr int deepest = 64;  // copying deeper values would recurse
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= deepest; };
  int status = 0;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    json said;
    try {
      const json line = json::parse(text, shallow, false);
      if (!line.is_object()) throw bad_line{"not a JSON object"};
      said = answer(line);
    } catch (const bad_line& e) {
      said = {{"error", "line " + std::to_string(number) + ": " + e.what()}};
      status = 1;
    }
    out << said.dump(-1, ' ', false, json::error_handler_t::replace) << '\n' << std::flush;
  }
  return status;
}

}  // namespace motcua::app
