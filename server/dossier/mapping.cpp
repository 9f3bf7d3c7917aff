#include "server/dossier/mapping.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "server/http/client.hpp"

namespace motcua::dossier {
namespace {

using intents::dossier_state;
using nlohmann::json;

constexpr int deepest = 16;

json parsed(const std::string& body) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < deepest; };
  return json::parse(body, shallow, false);
}

std::string text_at(const json& body, const std::string& pointer) {
  if (pointer.empty() || !body.is_object()) return {};
  const json::json_pointer at{pointer};
  if (!body.contains(at)) return {};
  const auto& value = body.at(at);
  return value.is_string()           ? value.get<std::string>()
         : value.is_number_integer() ? value.dump()
                                     : std::string{};
}

std::optional<content::date> day_in(const std::string& text) {
  if (text.size() < 10) return std::nullopt;
  const auto first = text.substr(0, 10);
  if (first[2] == '/' && first[5] == '/')  // 05/12/2026
    return content::parse_date(first.substr(6) + '-' + first.substr(3, 2) + '-' + first.substr(0, 2));
  return content::parse_date(first);
}

}  // namespace

dossier_state understood(const mapping& how, unsigned http_status, const std::string& body,
                         intents::instant now) {
  dossier_state out{dossier_state::of::no_answer, {}, {}, how.source, now};
  if (http_status == 404) out.is = dossier_state::of::not_found;
  if (http_status != 200) return out;
  const auto answer = parsed(body);
  const auto said = how.says.find(text_at(answer, how.status));
  if (said == how.says.end()) return out;
  out.is = dossier_state::of::known;
  out.says = said->second;
  out.due = day_in(text_at(answer, how.due));
  return out;
}

std::string target_for(const mapping& how, const std::string& code) {
  const auto to = http::address::parse(how.url);
  std::string target = to ? to->target : "/";
  constexpr std::string_view gap = "{code}";
  const auto at = target.find(gap);
  if (at != std::string::npos) target.replace(at, gap.size(), code);  // letters, digits, dots and hyphens
  return target;
}

}  // namespace motcua::dossier
