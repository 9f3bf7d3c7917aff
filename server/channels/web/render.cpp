#include "server/channels/web/render.hpp"

#include <nlohmann/json.hpp>
#include <variant>

namespace motcua::web {

namespace {

using nlohmann::json;

struct form_of {
  json operator()(const intents::ask_again& a) const { return {{"kind", "ask"}, {"payload", a.payload}}; }
  json operator()(const intents::open_link& a) const { return {{"kind", "link"}, {"url", a.url}}; }
  json operator()(const intents::call_number& a) const { return {{"kind", "call"}, {"number", a.number}}; }
};

}  // namespace

std::string render(const store::outgoing& message) {
  json actions = json::array();
  for (const auto& offered : message.what.actions) {
    json form = std::visit(form_of{}, offered.does);
    form["title"] = offered.title;
    actions.push_back(std::move(form));
  }
  json out;
  out["id"] = static_cast<std::int64_t>(message.id);
  out["text"] = message.what.text;
  out["at"] = message.created_at.time_since_epoch().count();
  out["actions"] = std::move(actions);
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace motcua::web
