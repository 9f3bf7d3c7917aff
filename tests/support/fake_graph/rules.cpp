#include "tests/support/fake_graph/rules.hpp"

#include <algorithm>
#include <string_view>

namespace motcua::fakes::graph {
namespace {

using nlohmann::json;

ruling bad(std::string what) {
  return {100, 0, "(#100) " + std::move(what)};
}

// Counted here anew: the fake must not share a mistake with what it tests.
std::size_t utf16_units(std::string_view text) {
  const auto starts = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
  const auto pairs = std::ranges::count_if(text, [](char c) { return (c & 0xF8) == 0xF0; });
  return static_cast<std::size_t>(starts + pairs);
}

bool has_text(const json& object, const char* key, std::size_t most) {
  if (!object.is_object() || !object.contains(key) || !object.at(key).is_string()) return false;
  const auto units = utf16_units(object.at(key).get_ref<const std::string&>());
  return units > 0 && units <= most;
}

bool text_is(const json& object, const char* key, std::string_view what) {
  return object.contains(key) && object.at(key).is_string() &&
         object.at(key).get_ref<const std::string&>() == what;
}

bool is_phone(const std::string& text) {
  return text.size() >= 8 && text.starts_with('+') &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

ruling judge_button(const json& button) {
  if (!has_text(button, "title", 20)) return bad("Param title must be 1 to 20 characters");
  if (text_is(button, "type", "web_url")) {
    const bool web = has_text(button, "url", 2000) && button.at("url").get<std::string>().starts_with("http");
    return web ? ruling{} : bad("Param url is not a valid URL");
  }
  if (text_is(button, "type", "postback"))
    return has_text(button, "payload", 1000) ? ruling{} : bad("Param payload");
  if (text_is(button, "type", "phone_number")) {
    const bool phone = has_text(button, "payload", 20) && is_phone(button.at("payload").get<std::string>());
    return phone ? ruling{} : bad("Param payload must be a phone number with country code");
  }
  return bad("Param type of a button");
}

ruling judge_attachment(const json& attachment) {
  if (!attachment.is_object() || !text_is(attachment, "type", "template"))
    return bad("Param attachment[type]");
  if (!attachment.contains("payload")) return bad("Param attachment[payload]");
  const auto& payload = attachment.at("payload");
  if (!payload.is_object() || !text_is(payload, "template_type", "button")) return bad("Param template_type");
  if (!has_text(payload, "text", 640)) return bad("Param text must be 1 to 640 characters");
  if (!payload.contains("buttons") || !payload.at("buttons").is_array()) return bad("Param buttons");
  const auto& buttons = payload.at("buttons");
  if (buttons.empty() || buttons.size() > 3) return bad("Param buttons must have 1 to 3 elements");
  for (const auto& button : buttons) {
    if (auto ruled = judge_button(button); ruled.code != 0) return ruled;
  }
  return {};
}

ruling judge_quick_replies(const json& replies) {
  if (!replies.is_array() || replies.empty() || replies.size() > 13)
    return bad("Param quick_replies: 1 to 13");
  for (const auto& reply : replies) {
    if (!reply.is_object() || !text_is(reply, "content_type", "text")) return bad("Param content_type");
    if (!has_text(reply, "title", 20)) return bad("Param title must be 1 to 20 characters");
    if (!has_text(reply, "payload", 1000)) return bad("Param payload must be 1 to 1000 characters");
  }
  return {};
}

ruling judge_message(const json& message) {
  if (!message.is_object()) return bad("Param message");
  const bool text = message.contains("text");
  if (text == message.contains("attachment")) return bad("Param message needs text or attachment");
  if (text && !has_text(message, "text", 1999))
    return bad("Length of param message[text] must be less than 2000");
  if (message.contains("metadata") && !has_text(message, "metadata", 999)) return bad("Param metadata");
  if (message.contains("attachment")) {
    if (auto ruled = judge_attachment(message.at("attachment")); ruled.code != 0) return ruled;
  }
  return message.contains("quick_replies") ? judge_quick_replies(message.at("quick_replies")) : ruling{};
}

ruling judge_recipient(const json& body) {
  if (!body.is_object() || !body.contains("recipient")) return bad("The parameter recipient is required");
  const auto& recipient = body.at("recipient");
  if (!has_text(recipient, "id", 128) || recipient.size() != 1) return bad("Parameter error: recipient");
  const auto id = recipient.at("id").get<std::string>();
  const bool digits = std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? ruling{} : ruling{100, 2018001, "(#100) No matching user found"};
}

}  // namespace

bool is_sender_action(const json& body) {
  return body.is_object() && body.contains("sender_action");
}

ruling judge(const json& body) {
  if (auto ruled = judge_recipient(body); ruled.code != 0) return ruled;
  if (is_sender_action(body)) {
    if (body.contains("message")) return {100, 2018014, "(#100) A message and a sender action together"};
    const bool known = text_is(body, "sender_action", "typing_on") ||
                       text_is(body, "sender_action", "typing_off") ||
                       text_is(body, "sender_action", "mark_seen");
    return known ? ruling{} : bad("Param sender_action");
  }
  if (text_is(body, "messaging_type", "MESSAGE_TAG")) return {100, 1893061, "(#100) A retired message tag"};
  if (!text_is(body, "messaging_type", "RESPONSE") && !text_is(body, "messaging_type", "UPDATE")) {
    return bad("The parameter messaging_type is required");
  }
  return body.contains("message") ? judge_message(body.at("message"))
                                  : bad("The parameter message is required");
}

}  // namespace motcua::fakes::graph
