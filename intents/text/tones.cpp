#include "intents/text/tones.hpp"

#include "intents/text/codepoints.hpp"

namespace motcua::intents {
namespace {

struct vowel {
  char32_t plain;  // with its circumflex, breve or horn, without the tone
  char32_t tone;   // the combining mark; 0 for none
};

bool is_tone(char32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

vowel taken_apart(char32_t c) {
  if (c < 0x80) return {c, 0};
  vowel v{c, 0};
  std::u32string rest;
  for (const char32_t piece : decomposed(std::u32string_view{&c, 1})) {
    if (is_tone(piece))
      v.tone = piece;
    else
      rest.push_back(piece);
  }
  const auto plain = composed(rest);
  if (plain.size() == 1) v.plain = plain.front();
  return v;
}

char32_t put_together(vowel v) {
  if (v.tone == 0) return v.plain;
  const auto whole = composed(std::u32string{v.plain, v.tone});
  return whole.size() == 1 ? whole.front() : v.plain;
}

bool is_letter(char32_t c) {
  return category_of(c) == letter_kind::letter;
}

bool is_vowel(char32_t c) {
  static const std::u32string vowels = U"aăâeêioôơuưy";
  return vowels.find(c) != std::u32string::npos;
}

bool slides(char32_t first, char32_t second) {
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

}  // namespace

void place_tones(std::u32string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] < 0x80 && text[i + 1] < 0x80) continue;
    if (!is_letter(text[i]) || !is_letter(text[i + 1])) continue;
    auto first = taken_apart(text[i]);
    auto second = taken_apart(text[i + 1]);
    const char32_t tone = first.tone ? first.tone : second.tone;
    if (tone == 0 || (first.tone && second.tone)) continue;
    const bool after_q = i > 0 && text[i - 1] == U'q' && first.plain == U'u' && is_vowel(second.plain);
    const bool after_g = i > 0 && text[i - 1] == U'g' && first.plain == U'i' && is_vowel(second.plain);
    if (!after_q && !after_g && !slides(first.plain, second.plain)) continue;
    const bool closed = i + 2 < text.size() && is_letter(text[i + 2]);
    const bool on_second = after_q || after_g || closed;
    first.tone = on_second ? 0 : tone;
    second.tone = on_second ? tone : 0;
    text[i] = put_together(first);
    text[i + 1] = put_together(second);
  }
}

}  // namespace motcua::intents
