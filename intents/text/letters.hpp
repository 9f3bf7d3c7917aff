// The letters of Vietnamese taken apart: base letter, diacritic and tone. Only lower-case precomposed (NFC)
// letters count.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::intents {

enum class diacritic : unsigned char { none, circumflex, breve, horn, bar };
enum class tone : unsigned char { level, grave, acute, hook, tilde, dot };  // ngang huyền sắc hỏi ngã nặng

struct letter_parts {
  char base = 0;  // a to z
  diacritic over = diacritic::none;
  tone sung = tone::level;
  friend bool operator==(const letter_parts&, const letter_parts&) = default;
};

// nullopt for what is no lower-case letter of Vietnamese (f, j, w and z count: they are typed).
std::optional<letter_parts> taken_apart(char32_t c) noexcept;

// The letter of these parts; the plain base where there is none ("b" with a tone).
char32_t put_together(letter_parts parts) noexcept;

// The folded form of one code point: its base letter, or itself where it has none.
char32_t base_of(char32_t c) noexcept;

bool is_vowel(char base) noexcept;  // a e i o u y

}  // namespace motcua::intents
