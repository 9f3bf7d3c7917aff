#include "intents/text/short_code.hpp"

#include <algorithm>
#include <optional>

#include "intents/text/codes.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t fewest_of_each = 2;  // letters, digits

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool is_letter(char c) {
  return code_letters.find(c) != std::string_view::npos;
}
bool is_digit(char c) {
  return code_digits.find(c) != std::string_view::npos;
}

// One gap between two characters: "K7 M4-XP", "k. 7. m".
std::size_t after_gap(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_gap = 2;
  const auto end = std::min(text.size(), at + longest_gap);
  while (at < end && (text[at] == ' ' || text[at] == '-' || text[at] == '.')) ++at;
  return at;
}

std::optional<code_found> code_at(std::string_view text, std::size_t begin, std::size_t length) {
  code_found found{{}, begin, begin};
  for (std::size_t at = begin; found.code.size() < length; at = after_gap(text, at)) {
    if (at >= text.size()) return std::nullopt;
    const char c = upper(text[at]);
    if (!is_letter(c) && !is_digit(c)) return std::nullopt;
    found.code += c;
    found.end = ++at;
  }
  const bool goes_on = found.end < text.size() && word_byte(text[found.end]);
  if (goes_on || !is_short_code(found.code, length)) return std::nullopt;
  return found;
}

}  // namespace

bool is_short_code(std::string_view code, std::size_t length) {
  const auto letters = static_cast<std::size_t>(std::count_if(code.begin(), code.end(), is_letter));
  const auto digits = static_cast<std::size_t>(std::count_if(code.begin(), code.end(), is_digit));
  return code.size() == length && letters + digits == code.size() &&
         letters >= fewest_of_each && digits >= fewest_of_each;
}

std::vector<code_found> short_codes_in(std::string_view text, std::size_t length) {
  std::vector<code_found> all;
  for (std::size_t at = 0; at < text.size() && all.size() < most_codes; ++at) {
    if (at > 0 && word_byte(text[at - 1])) continue;
    if (auto found = code_at(text, at, length)) {
      at = found->end - 1;
      all.push_back(std::move(*found));
    }
  }
  return all;
}

std::string new_short_code(std::size_t length, const random_below& random) {
  static const std::string characters = std::string{code_letters} + std::string{code_digits};
  for (std::string code;; code.clear()) {
    while (code.size() < length) code += characters[random(static_cast<std::uint32_t>(characters.size()))];
    if (is_short_code(code, length)) return code;
  }
}

}  // namespace motcua::intents
