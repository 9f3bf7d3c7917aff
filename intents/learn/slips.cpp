#include "intents/learn/slips.hpp"

#include <algorithm>
#include <array>

#include "intents/learn/randomness.hpp"
#include "intents/text/codepoints.hpp"
#include "intents/text/keyboard.hpp"
#include "intents/text/letters.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

// How people err, in shares: a third leave all diacritics out, a fifth some; the rest keep them. Two in three
// slip, about once in a dozen letters.
constexpr double all_bare = 0.35;
constexpr double some_bare = 0.2;
constexpr double slips_at_all = 0.65;
constexpr std::size_t letters_a_slip = 12;
constexpr double leaves_keys = 0.45;  // of slips: the input method was off
constexpr double vni_share = 0.2;
constexpr double loses_spaces = 0.15;
constexpr double space_lost = 0.1;

// The keys around each letter, a to z.
constexpr std::array<std::string_view, 26> neighbours{
    "sqz", "vgn", "xvd", "sfce", "wrd", "dgrv", "fthb", "gyjn", "uok",  "hkum", "jil",  "ko",  "njk",
    "bhm", "ipl", "ol",  "wa",   "etf", "awdx", "ryg",  "yij",  "cfgb", "qes",  "zsdc", "tuh", "asx"};

void slip_of_a_letter(std::string& word, dice& by) {
  auto letters = decode(word);
  const std::size_t at = by.below(letters.size());
  const char32_t base = base_of(letters[at]);
  switch (by.below(5)) {
    case 0:
    case 1:
      if (base >= U'a' && base <= U'z') {
        const auto around = neighbours[base - U'a'];
        letters[at] = static_cast<char32_t>(around[by.below(around.size())]);
      }
      break;
    case 2:
      if (letters.size() > 1) letters.erase(at, 1);
      break;
    case 3:
      if (at + 1 < letters.size()) std::swap(letters[at], letters[at + 1]);
      break;
    default:
      letters.insert(at, 1, letters[at]);
  }
  word = encode(letters);
}

void slip(std::string& word, dice& by) {
  if (by.happens(leaves_keys)) {
    const auto keys = to_keys(word, by.happens(vni_share) ? input_method::vni : input_method::telex);
    if (keys != word) {
      word = keys;
      return;
    }
  }
  slip_of_a_letter(word, by);
}

}  // namespace

std::string with_slips(std::string_view normalised, std::uint64_t salt) {
  dice by{seed_of(normalised, salt)};
  auto words = words_of(normalised);
  if (words.empty()) return {};
  const double bare = by.happens(all_bare) ? 1.0 : by.happens(some_bare / (1 - all_bare)) ? 0.5 : 0.0;
  for (auto& w : words)
    if (bare > 0 && by.happens(bare)) w = fold(w);
  if (by.happens(slips_at_all)) {
    const std::size_t slips = std::max<std::size_t>(1, decode(normalised).size() / letters_a_slip);
    for (std::size_t n = 0; n < slips; ++n) slip(words[by.below(words.size())], by);
  }
  const double lost = by.happens(loses_spaces) ? space_lost : 0;
  std::string text;
  for (const auto& w : words) {
    if (!text.empty() && !by.happens(lost)) text += ' ';
    text += w;
  }
  return text;
}

}  // namespace motcua::intents
