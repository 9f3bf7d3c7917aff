#include "intents/text/normalise.hpp"

#include "intents/text/codepoints.hpp"
#include "intents/text/tones.hpp"

namespace motcua::intents {
namespace {

bool is_word_character(char32_t c) {
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

}  // namespace

std::string clean(std::string_view bytes) {
  auto points = decode(bytes);
  for (auto& c : points) {
    if (c != U'\n' && category_of(c) == letter_kind::control) c = U' ';
  }
  return encode(composed(points));
}

std::string normalise(std::string_view text) {
  std::u32string plain;
  for (const char32_t c : compatible(decode(text))) {
    if (is_invisible(c)) continue;
    const char32_t kept = is_word_character(c) ? lower(c) : U' ';
    if (kept == U' ' && (plain.empty() || plain.back() == U' ')) continue;
    plain.push_back(kept);
  }
  if (!plain.empty() && plain.back() == U' ') plain.pop_back();
  place_tones(plain);
  return encode(plain);
}

std::string fold(std::string_view normalised) {
  std::u32string plain;
  for (const char32_t c : decomposed(decode(normalised))) {
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
