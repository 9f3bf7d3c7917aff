#include "intents/dialogue/remark.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_words = 6;

// Folded. A remark is one when it holds a word of its kind and only words of its kind or of manners.
constexpr auto yes_words =
    std::to_array<std::string_view>({"co", "u", "um", "uh", "uhm", "uk", "vang", "dung", "da", "phai", "yes",
                                     "gui", "xem", "coi", "can", "muon", "tiep"});
constexpr auto no_words =
    std::to_array<std::string_view>({"khong", "ko", "k", "hong", "hok", "thoi", "khoi", "no", "kg"});
constexpr auto acknowledging = std::to_array<std::string_view>(
    {"ok", "oke", "oki", "okie", "okey", "hieu", "ro", "biet", "on", "roi", "duoc"});
constexpr auto thanking = std::to_array<std::string_view>({"cam on", "cam mon", "tks", "thank", "thanks"});
// Where nothing is said in words.
constexpr auto kind_pictures =
    std::to_array<std::string_view>({"👍", "👌", "🙏", "❤", "😊", "🥰", "😍", "🌹", "💐"});
// Only together: see denies().
constexpr auto of_an_answer = std::to_array<std::string_view>(
    {"sai", "dung", "trung", "khong", "ko", "k", "chua", "tra", "loi", "cau", "nay", "bot", "hoi"});
constexpr auto manners = std::to_array<std::string_view>(
    {"a",    "ah",  "ad",  "anh",  "chi",  "em",   "e",   "toi",  "tui", "chau", "bac", "co",   "chu",
     "minh", "ban", "nhe", "nha",  "nhen", "nghe", "di",  "cho",  "voi", "the",  "vay", "roi",  "o",
     "oi",   "dau", "nua", "luon", "thi",  "y",    "can", "muon", "da",  "cam",  "on",  "giup", "duoc",
     "dc",   "la",  "ba",  "ong",  "xem",  "coi",  "gui", "biet", "noi", "tiep", "tuc"});

bool among(std::span<const std::string_view> words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool says_only(const std::vector<std::string>& said, std::span<const std::string_view> own) {
  bool any = false;
  for (const auto& w : said) {
    const bool mine = among(own, w);
    any = any || mine;
    if (!mine && !among(manners, w)) return false;
  }
  return any;
}

bool holds(const std::vector<std::string>& said, std::initializer_list<std::string_view> any) {
  return std::any_of(said.begin(), said.end(),
                     [&](const auto& w) { return std::find(any.begin(), any.end(), w) != any.end(); });
}

// "Sai", or "đúng" and "trúng" with a no.
bool denies(const std::vector<std::string>& said) {
  return says_only(said, of_an_answer) &&
         (holds(said, {"sai"}) ||
          (holds(said, {"dung", "trung"}) && holds(said, {"khong", "ko", "k", "chua"})));
}

// "Vâng, cảm ơn" ends a matter; it takes up no offer.
bool only_thanks(const std::vector<std::string>& said) {
  std::string text = " ";
  for (const auto& w : said) text.append(w).push_back(' ');
  const bool thanks = std::any_of(thanking.begin(), thanking.end(), [&](std::string_view one) {
    return text.find(" " + std::string{one} + " ") != std::string::npos;
  });
  return thanks && std::all_of(said.begin(), said.end(), [](const std::string& w) {
           return among(manners, w) || among(yes_words, w) || among(acknowledging, w) || w == "mon" ||
                  among(thanking, w);
         });
}

bool shows_a_kind_picture(std::string_view text) {
  return std::any_of(kind_pictures.begin(), kind_pictures.end(),
                     [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

}  // namespace

remark remark_in(std::string_view clean_text) {
  const auto said = words_of(fold(normalise(clean_text)));
  if (said.empty()) return shows_a_kind_picture(clean_text) ? remark::acknowledged : remark::none;
  if (said.size() > most_words) return remark::none;
  if (says_only(said, no_words)) return remark::no;
  if (only_thanks(said)) return remark::acknowledged;
  if (denies(said)) return remark::wrong;
  if (says_only(said, acknowledging)) return remark::acknowledged;
  return says_only(said, yes_words) ? remark::yes : remark::none;
}

}  // namespace motcua::intents
