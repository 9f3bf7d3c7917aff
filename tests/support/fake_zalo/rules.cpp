#include "tests/support/fake_zalo/rules.hpp"

#include <algorithm>
#include <string_view>

namespace motcua::fakes {
namespace {

using nlohmann::json;

ruling invalid(std::string field) {
  return {-201, std::move(field) + " is invalid"};
}
ruling too_much(std::string field) {
  return {-210, std::move(field) + " exceeds the limit"};
}

// Counted here anew: the fake must not share a mistake with what it tests.
std::size_t utf16_units(std::string_view text) {
  const auto starts = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
  const auto pairs = std::ranges::count_if(text, [](char c) { return (c & 0xF8) == 0xF0; });
  return static_cast<std::size_t>(starts + pairs);
}

bool text_in(const json& object, const char* key) {
  return object.is_object() && object.contains(key) && object.at(key).is_string() &&
         !object.at(key).get_ref<const std::string&>().empty();
}

const std::string& text_of(const json& object, const char* key) {
  return object.at(key).get_ref<const std::string&>();
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

ruling judge_phone(const json& payload) {
  if (!text_in(payload, "phone_code")) return invalid("phone_code");
  const auto& number = text_of(payload, "phone_code");
  return number.starts_with("84") && number.size() >= 10 && all_digits(number) ? ruling{}
                                                                               : invalid("phone_code");
}

ruling judge_button(const json& button) {
  if (!text_in(button, "title")) return invalid("title");
  if (utf16_units(text_of(button, "title")) > 100) return too_much("title");
  if (!text_in(button, "type")) return invalid("type");
  if (!button.contains("payload")) return invalid("payload");
  const auto& type = text_of(button, "type");
  const auto& payload = button.at("payload");
  if (type == "oa.query.show" || type == "oa.query.hide") {
    if (!text_in(button, "payload")) return invalid("payload");
    return utf16_units(text_of(button, "payload")) > 1000 ? too_much("payload") : ruling{};
  }
  if (type == "oa.open.url") {
    return text_in(payload, "url") && text_of(payload, "url").starts_with("http") ? ruling{} : invalid("url");
  }
  if (type == "oa.open.phone") return judge_phone(payload);
  return invalid("type");
}

ruling judge_attachment(const json& attachment) {
  if (!text_in(attachment, "type") || text_of(attachment, "type") != "template")
    return invalid("attachment.type");
  if (!attachment.contains("payload")) return invalid("attachment.payload");
  const auto& payload = attachment.at("payload");
  if (!payload.is_object() || payload.contains("template_type")) return invalid("template_type");
  if (!payload.contains("buttons") || !payload.at("buttons").is_array()) return invalid("buttons");
  const auto& buttons = payload.at("buttons");
  if (buttons.empty()) return invalid("buttons");
  if (buttons.size() > 5) return too_much("buttons");
  for (const auto& button : buttons) {
    if (const auto ruled = judge_button(button); ruled.error != 0) return ruled;
  }
  return {};
}

ruling judge_recipient(const json& recipient, bool anonymous) {
  if (anonymous) {
    if (text_in(recipient, "user_id")) return {-240, "MSG API is closed, use v3"};
    if (!text_in(recipient, "anonymous_id")) return invalid("anonymous_id");
    return text_in(recipient, "conversation_id") ? ruling{} : invalid("conversation_id");
  }
  if (!text_in(recipient, "user_id") || !all_digits(text_of(recipient, "user_id"))) return invalid("user_id");
  return recipient.size() == 1 ? ruling{} : invalid("recipient");
}

}  // namespace

ruling judge_send(const json& body, bool anonymous) {
  if (!body.is_object() || !body.contains("recipient")) return invalid("recipient");
  if (const auto ruled = judge_recipient(body.at("recipient"), anonymous); ruled.error != 0) return ruled;
  if (!body.contains("message") || !body.at("message").is_object()) return invalid("message");
  const auto& message = body.at("message");
  if (!text_in(message, "text")) return invalid("text");
  if (utf16_units(text_of(message, "text")) > 2000) return too_much("text");
  return message.contains("attachment") ? judge_attachment(message.at("attachment")) : ruling{};
}

}  // namespace motcua::fakes
