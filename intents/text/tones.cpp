#include "intents/text/tones.hpp"

#include "intents/text/codepoints.hpp"
#include "intents/text/letters.hpp"

namespace motcua::intents {
namespace {

bool plain(const letter_parts& v, char base) {
  return v.base == base && v.over == diacritic::none;
}

bool slides(const letter_parts& first, const letter_parts& second) {
  return (plain(first, 'o') && (plain(second, 'a') || plain(second, 'e'))) ||
         (plain(first, 'u') && plain(second, 'y'));
}

bool is_letter(char32_t c) {
  return taken_apart(c) || category_of(c) == letter_kind::letter;
}

}  // namespace

void place_tones(std::u32string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] < 0x80 && text[i + 1] < 0x80) continue;
    auto first = taken_apart(text[i]);
    auto second = taken_apart(text[i + 1]);
    if (!first || !second || !is_vowel(first->base) || !is_vowel(second->base)) continue;
    const bool both = first->sung != tone::level && second->sung != tone::level;
    const tone sung = first->sung != tone::level ? first->sung : second->sung;
    if (sung == tone::level || both) continue;
    const bool after_q = i > 0 && text[i - 1] == U'q' && plain(*first, 'u');
    const bool after_g = i > 0 && text[i - 1] == U'g' && plain(*first, 'i');
    if (!after_q && !after_g && !slides(*first, *second)) continue;
    const bool closed = i + 2 < text.size() && is_letter(text[i + 2]);
    const bool on_second = after_q || after_g || closed;
    first->sung = on_second ? tone::level : sung;
    second->sung = on_second ? sung : tone::level;
    text[i] = put_together(*first);
    text[i + 1] = put_together(*second);
  }
}

}  // namespace motcua::intents
