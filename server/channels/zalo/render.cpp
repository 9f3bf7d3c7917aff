#include "server/channels/zalo/render.hpp"

#include <nlohmann/json.hpp>

#include "intents/text/normalise.hpp"
#include "server/channels/split.hpp"
#include "server/channels/zalo/address.hpp"
#include "server/channels/zalo/menu.hpp"

namespace motcua::zalo {
namespace {

using nlohmann::json;

json recipient_of(const recipient& to) {
  json made = json::object();
  made[to.anonymous() ? "anonymous_id" : "user_id"] = to.id;
  if (to.anonymous()) made["conversation_id"] = to.conversation;
  return made;
}

std::string body_of(const json& to, json message) {
  json body = json::object();
  body["recipient"] = to;
  body["message"] = std::move(message);
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string with_paragraph(std::string_view text, std::string_view more) {
  std::string both{text};
  if (!both.empty() && !more.empty()) both += "\n\n";
  return both.append(more);
}

// Every part leaves room for the longest menu, so that the last one can take it, now or when Zalo refuses its
// buttons.
std::vector<std::string> parts_of(std::string_view text, const json& buttons, std::string_view hint) {
  const auto longest = menu_text(buttons, "", hint);
  return channels::split_text(
      text, longest.empty() ? text_limit : text_limit - channels::utf16_length(longest) - 2);
}

}  // namespace

std::vector<std::string> render(const store::outgoing& message, const render_options& how) {
  const auto to = parse_address(message.address);
  if (!to) return {};
  auto text = intents::clean(message.what.text);
  const auto actions = menu_of(message.what.actions, text);
  std::string unbuttoned;
  for (const auto& line : actions.lines) unbuttoned += (unbuttoned.empty() ? "" : "\n") + line;
  text = with_paragraph(text, unbuttoned);

  const auto menu = menu_text(actions.buttons, text, how.menu_hint);
  auto parts = parts_of(text, actions.buttons, how.menu_hint);
  const bool rich = how.buttons && !to->anonymous() && !actions.buttons.empty() && !parts.empty();
  if (parts.empty() && !menu.empty()) parts.emplace_back();
  if (!rich && !parts.empty()) parts.back() = with_paragraph(parts.back(), menu);

  std::vector<std::string> bodies;
  const auto address = recipient_of(*to);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    json content = json::object();
    content["text"] = parts[i];
    if (rich && i + 1 == parts.size()) {
      json payload = json::object();
      payload["buttons"] = actions.buttons;
      content["attachment"] = {{"type", "template"}, {"payload", std::move(payload)}};
    }
    bodies.push_back(body_of(address, std::move(content)));
  }
  return bodies;
}

std::optional<std::string> plain_form(std::string_view body, std::string_view menu_hint) {
  const json rich = json::parse(body, nullptr, false);
  const json::json_pointer buttons{"/message/attachment/payload/buttons"};
  if (rich.is_discarded() || !rich.contains(buttons)) return std::nullopt;
  const auto text = rich.at("message").at("text").get<std::string>();
  json content = json::object();
  content["text"] = with_paragraph(text, menu_text(rich.at(buttons), text, menu_hint));
  return body_of(rich.at("recipient"), std::move(content));
}

}  // namespace motcua::zalo
