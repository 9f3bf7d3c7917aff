#include "content/knowledge/opening.hpp"

#include <algorithm>
#include <array>

namespace motcua::content {
namespace {

constexpr std::array<std::string_view, 7> names{"cn", "t2", "t3", "t4", "t5", "t6", "t7"};  // from Sunday

std::optional<int> two_digits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 2 || !std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return std::chrono::weekday{static_cast<unsigned>(found - names.begin())};
}

std::optional<std::chrono::minutes> parse_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = two_digits(text.substr(0, 2));
  const auto minutes = two_digits(text.substr(3));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
}

std::string_view short_name_of(std::chrono::weekday day) noexcept {
  return names[day.c_encoding()];
}

std::string clock_time(std::chrono::minutes since_midnight) {
  const auto pair = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return pair(since_midnight.count() / 60) + ':' + pair(since_midnight.count() % 60);
}

}  // namespace motcua::content
