#include "intents/text/syllables.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "intents/text/codepoints.hpp"
#include "intents/text/letters.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

// Longest first, so that "ngh" is not read as "ng".
constexpr std::array<std::u32string_view, 28> onsets{
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

// Every rime of standard spelling, without its tone. After the onset "qu" a rime stands without its u.
constexpr auto rimes = std::to_array<std::u32string_view>({
    U"a",    U"ac",   U"ach",  U"ai",   U"am",   U"an",   U"ang",  U"anh",  U"ao",  U"ap",  U"at",  U"au",
    U"ay",   U"ăc",   U"ăm",   U"ăn",   U"ăng",  U"ăp",   U"ăt",   U"âc",   U"âm",  U"ân",  U"âng", U"âp",
    U"ât",   U"âu",   U"ây",   U"e",    U"ec",   U"em",   U"en",   U"eng",  U"eo",  U"ep",  U"et",  U"ê",
    U"êch",  U"êm",   U"ên",   U"ênh",  U"êp",   U"êt",   U"êu",   U"i",    U"ia",  U"ich", U"iêc", U"iêm",
    U"iên",  U"iêng", U"iêp",  U"iêt",  U"iêu",  U"im",   U"in",   U"inh",  U"ip",  U"it",  U"iu",  U"o",
    U"oa",   U"oac",  U"oach", U"oai",  U"oam",  U"oan",  U"oang", U"oanh", U"oao", U"oap", U"oat", U"oay",
    U"oăc",  U"oăm",  U"oăn",  U"oăng", U"oăt",  U"oc",   U"oe",   U"oen",  U"oeo", U"oet", U"oi",  U"om",
    U"on",   U"ong",  U"ooc",  U"oong", U"op",   U"ot",   U"ô",    U"ôc",   U"ôi",  U"ôm",  U"ôn",  U"ông",
    U"ôp",   U"ôt",   U"ơ",    U"ơi",   U"ơm",   U"ơn",   U"ơp",   U"ơt",   U"u",   U"ua",  U"uân", U"uâng",
    U"uât",  U"uây",  U"uc",   U"uê",   U"uêch", U"uênh", U"ui",   U"um",   U"un",  U"ung", U"uô",  U"uôc",
    U"uôi",  U"uôm",  U"uôn",  U"uông", U"uôp",  U"uôt",  U"uơ",   U"up",   U"ut",  U"uy",  U"uya", U"uych",
    U"uyên", U"uyêt", U"uynh", U"uyp",  U"uyt",  U"uyu",  U"ư",    U"ưa",   U"ưc",  U"ưi",  U"ưng", U"ươc",
    U"ươi",  U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt",  U"ươu",  U"ưt",   U"ưu",  U"y",   U"yêm", U"yên",
    U"yêt",  U"yêu",
});

bool is_rime(std::u32string_view toneless) {
  static const std::unordered_set<std::u32string_view> all{rimes.begin(), rimes.end()};
  return all.contains(toneless);
}

// A syllable that ends in a stop is sung sắc or nặng only.
bool may_sing(std::u32string_view toneless_rime, tone sung) {
  const char32_t last = toneless_rime.back();
  const bool stopped = last == U'c' || last == U'p' || last == U't' ||
                       (toneless_rime.size() > 1 && toneless_rime.substr(toneless_rime.size() - 2) == U"ch");
  return !stopped || sung == tone::acute || sung == tone::dot;
}

// The same sound is written k, gh, ngh before e, ê, i, y and c, g, ng before the others.
bool goes_before(std::u32string_view onset, std::u32string_view rime) {
  const auto parts = taken_apart(rime.front());
  const bool front = parts && (parts->base == 'e' || parts->base == 'i' || parts->base == 'y');
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"g" || onset == U"ng") return !front;
  return onset != U"qu" || (rime.front() != U'u' && rime.front() != U'o');
}

bool fits(std::u32string_view onset, std::u32string_view rime, tone sung) {
  if (rime.empty()) return onset == U"gi";  // "gì" is written with one i, and so is "giếng"
  if (onset == U"gi" && is_rime(std::u32string{U"i"}.append(rime))) return may_sing(rime, sung);
  return is_rime(rime) && goes_before(onset, rime) && may_sing(rime, sung);
}

struct toneless_word {
  std::u32string letters;
  tone sung = tone::level;
  int tones = 0;
};

toneless_word without_tone(std::u32string_view word) {
  toneless_word out;
  for (const char32_t c : word) {
    auto parts = taken_apart(c);
    if (parts && parts->sung != tone::level) {
      out.sung = parts->sung;
      ++out.tones;
      parts->sung = tone::level;
    }
    out.letters.push_back(parts ? put_together(*parts) : c);
  }
  return out;
}

std::unordered_set<std::string> all_folded() {
  std::unordered_set<std::string> folded;
  for (const auto onset : onsets)
    for (const auto rime : rimes)
      if (goes_before(onset, rime)) folded.insert(fold(encode(std::u32string{onset}.append(rime))));
  folded.insert({"gi", "gieng", "giet", "giem", "gieu", "giec", "gin", "gim", "gip", "git"});
  return folded;
}

}  // namespace

bool is_syllable(std::string_view word) {
  const auto [letters, sung, tones] = without_tone(decode(word));
  if (tones > 1) return false;
  for (const auto onset : onsets) {
    if (letters.starts_with(onset) && fits(onset, std::u32string_view{letters}.substr(onset.size()), sung))
      return true;
  }
  return false;
}

bool is_folded_syllable(std::string_view folded_word) {
  static const auto all = all_folded();
  return all.contains(std::string{folded_word});
}

}  // namespace motcua::intents
