#include "intents/text/keyboard.hpp"

#include <algorithm>
#include <array>

#include "intents/text/codepoints.hpp"
#include "intents/text/letters.hpp"
#include "intents/text/normalise.hpp"
#include "intents/text/syllables.hpp"
#include "intents/text/tones.hpp"

namespace motcua::intents {
namespace {

struct tone_key {
  tone sung;
  char telex;
  char vni;
};

constexpr std::array tone_keys{tone_key{tone::acute, 's', '1'}, tone_key{tone::grave, 'f', '2'},
                               tone_key{tone::hook, 'r', '3'}, tone_key{tone::tilde, 'x', '4'},
                               tone_key{tone::dot, 'j', '5'}};

constexpr std::size_t longest_word = 12;  // keys; no syllable needs more

// What one key does to the letter before it; none where it does nothing.
diacritic telex_mark(char base, char key) {
  if (key == 'w' && base == 'a') return diacritic::breve;
  if (key == 'w' && (base == 'o' || base == 'u')) return diacritic::horn;
  if (key == base && (base == 'a' || base == 'e' || base == 'o')) return diacritic::circumflex;
  return key == 'd' && base == 'd' ? diacritic::bar : diacritic::none;
}

diacritic vni_mark(char base, char key) {
  if (key == '6' && (base == 'a' || base == 'e' || base == 'o')) return diacritic::circumflex;
  if (key == '7' && (base == 'o' || base == 'u')) return diacritic::horn;
  if (key == '8' && base == 'a') return diacritic::breve;
  return key == '9' && base == 'd' ? diacritic::bar : diacritic::none;
}

std::optional<tone> tone_of(char32_t key) {
  for (const auto& k : tone_keys)
    if (key == static_cast<char32_t>(k.telex) || key == static_cast<char32_t>(k.vni)) return k.sung;
  return std::nullopt;
}

using word_parts = std::vector<letter_parts>;

// A mark's key may follow at once ("aa") or later in the word ("dangd" for "đang"): it goes to the last
// letter that can bear it. "w" after "uo" makes both horned.
bool mark_with(word_parts& word, char key) {
  for (auto at = word.rbegin(); at != word.rend(); ++at) {
    if (at->over != diacritic::none) continue;
    const bool adjacent_only = key >= 'a' && key <= 'z' && key != 'w' && key != 'd' && at != word.rbegin();
    const auto mark = key >= '0' && key <= '9' ? vni_mark(at->base, key) : telex_mark(at->base, key);
    if (mark == diacritic::none || (adjacent_only && is_vowel(word.back().base))) continue;
    at->over = mark;
    const auto before = std::next(at);
    if (mark == diacritic::horn && at->base == 'o' && before != word.rend() && before->base == 'u')
      before->over = diacritic::horn;
    return true;
  }
  return false;
}

// Where Vietnamese writes the tone: on the marked vowel, the last of two; else on the vowel before the last
// of an open syllable, on the last of a closed one.
void sing(word_parts& word, tone sung) {
  std::vector<std::size_t> vowels;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (is_vowel(word[i].base)) vowels.push_back(i);
  if (vowels.size() > 1 && vowels[0] > 0) {
    const char before = word[vowels[0] - 1].base;
    const bool of_onset =
        (before == 'q' && word[vowels[0]].base == 'u') || (before == 'g' && word[vowels[0]].base == 'i');
    if (of_onset && word[vowels[0]].over == diacritic::none) vowels.erase(vowels.begin());
  }
  if (vowels.empty()) return;
  auto at = vowels.size() == 1 || vowels.back() + 1 < word.size() ? vowels.back() : vowels[vowels.size() - 2];
  for (const auto i : vowels)
    if (word[i].over != diacritic::none) at = i;
  word[at].sung = sung;
}

std::optional<std::string> composed_from(std::u32string_view keys) {
  word_parts word;
  std::optional<tone> sung;
  bool any = false;
  for (const char32_t key : keys) {
    if (!word.empty() && key < 0x80 && mark_with(word, static_cast<char>(key))) {
      any = true;
      continue;
    }
    const auto t = tone_of(key);
    const bool after_vowel =
        std::any_of(word.begin(), word.end(), [](const letter_parts& l) { return is_vowel(l.base); });
    if (t && after_vowel && !sung) {
      sung = t;
      any = true;
      continue;
    }
    const auto parts = taken_apart(key);
    if (!parts) return std::nullopt;
    if (parts->sung != tone::level) {
      if (sung) return std::nullopt;
      sung = parts->sung;
    }
    word.push_back({parts->base, parts->over, tone::level});
  }
  if (!any) return std::nullopt;
  if (sung) sing(word, *sung);
  std::u32string letters;
  for (const auto& l : word) letters.push_back(put_together(l));
  place_tones(letters);
  auto made = encode(letters);
  return is_syllable(made) ? std::optional{std::move(made)} : std::nullopt;
}

}  // namespace

std::optional<std::string> from_keys(std::string_view word) {
  const auto keys = decode(word);
  if (keys.size() < 2 || keys.size() > longest_word) return std::nullopt;
  return composed_from(keys);
}

std::string to_keys(std::string_view word, input_method by) {
  std::u32string keys;
  char32_t last = 0;
  for (const char32_t c : decode(word)) {
    const auto parts = taken_apart(c);
    if (!parts) {
      keys.push_back(c);
      continue;
    }
    keys.push_back(static_cast<char32_t>(parts->base));
    const bool telex = by == input_method::telex;
    if (parts->over == diacritic::circumflex)
      keys.push_back(telex ? static_cast<char32_t>(parts->base) : U'6');
    if (parts->over == diacritic::horn) keys.push_back(telex ? U'w' : U'7');
    if (parts->over == diacritic::breve) keys.push_back(telex ? U'w' : U'8');
    if (parts->over == diacritic::bar) keys.push_back(telex ? U'd' : U'9');
    for (const auto& k : tone_keys)
      if (k.sung == parts->sung) last = static_cast<char32_t>(telex ? k.telex : k.vni);
  }
  if (last) keys.push_back(last);
  return encode(keys);
}

}  // namespace motcua::intents
