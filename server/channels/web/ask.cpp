#include "server/channels/web/ask.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace motcua::web {

namespace {

using nlohmann::json;

constexpr std::size_t longest_payload = 200;  // intents::ask_again

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// 8-4-4-4-12 hex digits.
bool is_uuid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? id[i] != '-' : !is_hex(id[i])) return false;
  }
  return true;
}

std::string lower(std::string text) {
  for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

const std::string* text_member(const json& of, const char* name) {
  const auto at = of.find(name);
  return at != of.end() && at->is_string() ? at->get_ptr<const std::string*>() : nullptr;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_payload(std::string_view text) {
  return !text.empty() && text.size() <= longest_payload &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::size_t characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::variant<ask, ask_fault> parse_ask(std::string_view body) {
  if (body.size() > longest_body) return ask_fault::too_long;
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < 4; };
  const json given = json::parse(body, shallow, false);
  if (given.is_discarded() || !given.is_object()) return ask_fault::bad_json;

  const auto* id = text_member(given, "id");
  if (!id || !is_uuid(lower(*id))) return ask_fault::bad_id;

  ask out;
  out.id = lower(*id);
  if (const auto* payload = text_member(given, "payload")) {
    if (!is_payload(*payload)) return ask_fault::bad_payload;
    out.tap = true;
    out.text = *payload;
    return out;
  }
  const auto* text = text_member(given, "text");
  if (!text || is_blank(*text)) return ask_fault::empty;
  if (characters(*text) > longest_question) return ask_fault::too_long;
  out.text = *text;
  return out;
}

}  // namespace motcua::web
