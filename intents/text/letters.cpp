#include "intents/text/letters.hpp"

#include <array>

namespace motcua::intents {
namespace {

struct row {
  char base;
  diacritic over;
  std::u32string_view by_tone;  // in the order of `tone`
};

constexpr std::array rows{
    row{'a', diacritic::none, U"aàáảãạ"},       row{'a', diacritic::breve, U"ăằắẳẵặ"},
    row{'a', diacritic::circumflex, U"âầấẩẫậ"}, row{'e', diacritic::none, U"eèéẻẽẹ"},
    row{'e', diacritic::circumflex, U"êềếểễệ"}, row{'i', diacritic::none, U"iìíỉĩị"},
    row{'o', diacritic::none, U"oòóỏõọ"},       row{'o', diacritic::circumflex, U"ôồốổỗộ"},
    row{'o', diacritic::horn, U"ơờớởỡợ"},       row{'u', diacritic::none, U"uùúủũụ"},
    row{'u', diacritic::horn, U"ưừứửữự"},       row{'y', diacritic::none, U"yỳýỷỹỵ"},
};

constexpr char32_t first_accented = 0xC0;
constexpr char32_t past_accented = 0x1EFA;

// By code point, for the few thousand that can be a Vietnamese letter: found with one look.
constexpr auto table = [] {
  std::array<letter_parts, past_accented - first_accented> parts{};
  for (const row& r : rows) {
    for (std::size_t t = 0; t < r.by_tone.size(); ++t) {
      const char32_t c = r.by_tone[t];
      if (c >= first_accented) parts[c - first_accented] = {r.base, r.over, static_cast<tone>(t)};
    }
  }
  parts[U'đ' - first_accented] = {'d', diacritic::bar, tone::level};
  return parts;
}();

}  // namespace

std::optional<letter_parts> taken_apart(char32_t c) noexcept {
  if (c >= U'a' && c <= U'z') return letter_parts{static_cast<char>(c), diacritic::none, tone::level};
  if (c < first_accented || c >= past_accented) return std::nullopt;
  const auto& parts = table[c - first_accented];
  return parts.base ? std::optional{parts} : std::nullopt;
}

char32_t put_together(letter_parts parts) noexcept {
  if (parts.over == diacritic::bar) return U'đ';
  for (const row& r : rows)
    if (r.base == parts.base && r.over == parts.over) return r.by_tone[static_cast<std::size_t>(parts.sung)];
  return static_cast<char32_t>(parts.base);
}

char32_t base_of(char32_t c) noexcept {
  if (c < first_accented) return c;
  const auto parts = taken_apart(c);
  return parts ? static_cast<char32_t>(parts->base) : c;
}

bool is_vowel(char base) noexcept {
  switch (base) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return true;
    default:
      return false;
  }
}

}  // namespace motcua::intents
