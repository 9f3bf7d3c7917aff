#include "intents/text/normalise.hpp"

#include <algorithm>

#include "intents/text/codepoints.hpp"
#include "intents/text/letters.hpp"
#include "intents/text/tones.hpp"

namespace motcua::intents {
namespace {

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z');
  if (taken_apart(c)) return true;
  switch (category_of(c)) {
    case letter_kind::letter:
    case letter_kind::mark:
    case letter_kind::digit:
      return true;
    default:
      return false;
  }
}

// Written between letters without meaning to part them: soft hyphens, joiners, byte-order marks.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

// Nothing that Unicode could write another way: most messages, so the tables are not asked for them.
bool is_everyday(char32_t c) {
  return c < 0x80 || taken_apart(c) || taken_apart(lower(c));
}

char32_t lowered(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  return c < 0x80 || taken_apart(c) ? c : lower(c);
}

}  // namespace

std::string clean(std::string_view bytes) {
  auto points = decode(bytes);
  for (auto& c : points) {
    const bool control = c < 0x80 ? c < 0x20 || c == 0x7F : category_of(c) == letter_kind::control;
    if (c != U'\n' && control) c = U' ';
  }
  return encode(std::all_of(points.begin(), points.end(), is_everyday) ? points : composed(points));
}

std::string normalise(std::string_view text) {
  auto points = decode(text);
  if (!std::all_of(points.begin(), points.end(), is_everyday)) points = compatible(points);
  std::u32string plain;
  plain.reserve(points.size());
  for (const char32_t c : points) {
    if (is_invisible(c)) continue;
    const char32_t kept = is_word_character(c) ? lowered(c) : U' ';
    if (kept == U' ' && (plain.empty() || plain.back() == U' ')) continue;
    plain.push_back(kept);
  }
  if (!plain.empty() && plain.back() == U' ') plain.pop_back();
  place_tones(plain);
  return encode(plain);
}

std::string fold(std::string_view normalised) {
  const auto points = decode(normalised);
  std::u32string plain;
  plain.reserve(points.size());
  if (std::all_of(points.begin(), points.end(), [](char32_t c) { return c < 0x80 || taken_apart(c); })) {
    for (const char32_t c : points) plain.push_back(base_of(c));
    return encode(plain);
  }
  for (const char32_t c : decomposed(points)) {
    if (category_of(c) == letter_kind::mark) continue;
    plain.push_back(c == U'đ' ? U'd' : c == U'Đ' ? U'D' : c);
  }
  return encode(plain);
}

std::vector<std::string> words_of(std::string_view normalised) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < normalised.size()) {
    const auto end = std::min(normalised.find_first_of(" \n", at), normalised.size());
    if (end > at) words.emplace_back(normalised.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace motcua::intents
