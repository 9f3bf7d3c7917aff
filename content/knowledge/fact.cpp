#include "content/knowledge/fact.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace motcua::content {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

unsigned number_of(std::string_view digits) {
  unsigned n = 0;
  for (const char c : digits) n = n * 10 + static_cast<unsigned>(c - '0');
  return n;
}

}  // namespace

std::optional<confidence> parse_confidence(std::string_view text) {
  if (text == "high") return confidence::high;
  if (text == "medium") return confidence::medium;
  if (text == "low") return confidence::low;
  if (text == "unknown") return confidence::unknown;
  return std::nullopt;
}

std::string_view name_of(confidence how_sure) noexcept {
  switch (how_sure) {
    case confidence::high:
      return "high";
    case confidence::medium:
      return "medium";
    case confidence::low:
      return "low";
    case confidence::unknown:
      break;
  }
  return "unknown";
}

std::string iso(date day) {
  std::array<char, 16> text{};
  const auto length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8, 2);
  for (const auto part : {year, month, day}) {
    if (!std::ranges::all_of(part, is_digit)) return std::nullopt;
  }
  const date parsed{std::chrono::year{static_cast<int>(number_of(year))},
                    std::chrono::month{number_of(month)}, std::chrono::day{number_of(day)}};
  if (!parsed.ok()) return std::nullopt;
  return parsed;
}

std::vector<std::string> holding_on(date day, const dated_text& text) {
  std::vector<std::string> lines;
  for (const auto& line : text)
    if (line.valid.covers(day)) lines.push_back(line.text);
  return lines;
}

}  // namespace motcua::content
