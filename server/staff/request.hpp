// What a call to the API says, where it says it rightly. Pure.
#pragma once

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "server/http/exchange.hpp"

namespace motcua::staff {

// A text of the body; empty where it is missing or something else.
inline std::string text_of(const nlohmann::json& body, const char* key) {
  const auto at = body.find(key);
  return at != body.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

// What stands after "?" in the address; empty where it does not.
inline std::string query_of(const http::exchange& ex, const char* key) {
  const auto at = ex.query.find(key);
  return at == ex.query.end() ? std::string{} : at->second;
}

// A whole number and nothing else.
inline std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace motcua::staff
