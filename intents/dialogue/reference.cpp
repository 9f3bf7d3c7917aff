#include "intents/dialogue/reference.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <vector>

#include "intents/text/normalise.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {
namespace {

using cues = std::vector<utterance>;

cues read_cues(std::initializer_list<std::string_view> words) {
  return cue_table(std::span{words.begin(), words.size()});
}

constexpr std::size_t longest_lead = 3;    // words before what was meant
constexpr std::size_t longest_excuse = 6;  // "dạ xin lỗi em nói nhầm"

struct reference_cues {
  cues back =
      read_cues({"quay lại", "trở lại", "quay về", "lúc nãy", "hồi nãy", "ban nãy", "khi nãy", "vừa nãy",
                 "nãy hỏi", "lúc đầu", "ban đầu", "hỏi trước", "hỏi đầu", "trước đó", "lúc trước"});
  // "cái đầu tiên ấy, bao nhiêu tiền" asks of the first matter talked of.
  cues first = read_cues({"cái đầu tiên", "cái thứ nhất", "cái đầu", "việc đầu tiên", "cái trước"});
  cues second = read_cues({"cái thứ hai", "cái thứ 2", "cái sau", "việc thứ hai"});
  // After these comes what was meant.
  cues meant = read_cues({"ý tôi là", "ý em là", "ý e là", "ý mình là", "ý tui là", "ý cháu là", "ý anh là",
                          "ý chị là", "ý bác là", "ý là", "ý tôi muốn", "mà là", "ý tôi", "ý em", "ý e"});
  // So does it after these, once it is clear that something is set right.
  cues asked_for = read_cues({"tôi hỏi là", "em hỏi là", "e hỏi là", "tui hỏi là", "mình hỏi là",
                              "cháu hỏi là", "tôi hỏi", "em hỏi", "e hỏi", "tui hỏi", "mình hỏi", "cháu hỏi",
                              "tôi nói là", "em nói là", "tui nói là", "tôi nói", "em nói", "tui nói"});
  // And after a bare no: "à không, tôi định ...".
  cues wanted =
      read_cues({"tôi định", "em định", "e định",   "tui định",  "mình định", "cháu định", "tôi muốn",
                 "em muốn",  "e muốn",  "tui muốn", "mình muốn", "cháu muốn", "tôi cần",   "em cần",
                 "e cần",    "tui cần", "mình cần", "cháu cần",  "tôi tính",  "em tính",   "tui tính"});
  // A clause of few words with one of these in it says that the one before was said by mistake.
  cues mistaken = read_cues({"nhầm", "lộn"});
  // After these comes what was not.
  cues rejecting = read_cues(
      {"chứ không phải", "chớ không phải", "chứ ko phải", "chứ không", "chứ hông phải", "chớ hông phải"});
  cues wrong =
      read_cues({"không phải", "ko phải", "k phải", "hk phải", "hông phải", "hổng phải", "nhầm rồi", "nhầm",
                 "lộn rồi", "ấy lộn", "lộn", "sai rồi", "hiểu nhầm", "hiểu sai", "đâu phải"});
  cues so_what = read_cues({"thì sao", "thì răng", "thì s", "thì như nào", "thì thế nào", "thì như thế nào",
                            "thì seo", "sao ạ", "thì ntn"});
};

const reference_cues& spoken_cues() {
  static const reference_cues all;
  return all;
}

std::optional<place> first_of(const utterance& said, const cues& table, std::size_t latest = 1000) {
  std::optional<place> best;
  for (const auto& cue : table) {
    const auto at = find_cue(said, cue);
    if (!at || at->begin > latest) continue;
    if (!best || at->begin < best->begin || (at->begin == best->begin && at->end > best->end)) best = at;
  }
  return best;
}

std::string joined(std::span<const word> words) {
  std::string text;
  for (const auto& w : words) text.append(text.empty() ? "" : " ").append(w.accented);
  return text;
}

std::string without(const utterance& said, std::span<const place> taken) {
  utterance left;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const auto inside = [&](const place& p) { return i >= p.begin && i < p.end; };
    if (std::none_of(taken.begin(), taken.end(), inside)) left.push_back(said[i]);
  }
  return joined(left);
}

std::vector<std::string> clauses_of(std::string_view text) {
  std::vector<std::string> clauses;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find_first_of(",.;!?\n", begin), text.size());
    auto clause = normalise(text.substr(begin, end - begin));
    if (!clause.empty()) clauses.push_back(std::move(clause));
    begin = end + 1;
  }
  return clauses;
}

// What of one clause of a correction was meant: all of it, a part, or nothing.
std::string meant_in(const std::string& clause, bool alone) {
  auto said = to_words(clause);
  for (const auto* lead : {&spoken_cues().meant, &spoken_cues().asked_for}) {
    if (const auto meant = first_of(said, *lead, longest_lead))
      said.erase(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(meant->end));
  }
  if (const auto rejected = first_of(said, spoken_cues().rejecting)) said.resize(rejected->begin);
  const auto wrong = first_of(said, spoken_cues().wrong, 1);
  if (!wrong) return joined(said);
  // "nhầm" says only that something was wrong; "không phải X" says what, and in a text of one clause there is
  // nothing else to go by.
  const std::size_t words = wrong->end - wrong->begin;
  const bool names_it = said[wrong->end - 1].folded == "phai" && wrong->end < said.size();
  if (names_it && !alone) return {};
  return joined(std::span{said}.subspan(wrong->begin + words));
}

// "à", "ơ", "ấy" before what is said.
std::size_t interjections(const utterance& said) {
  static constexpr auto words = std::to_array<std::string_view>({"a", "o", "ay", "u", "da", "oi", "ah", "y"});
  std::size_t n = 0;
  while (n < said.size() && n < 2 && std::find(words.begin(), words.end(), said[n].folded) != words.end())
    ++n;
  return n;
}

// "xin lỗi tôi nói nhầm, ...": the first clause is only about the mistake.
bool owns_to_a_mistake(const std::vector<std::string>& clauses) {
  const auto said = to_words(clauses.front());
  return clauses.size() > 1 && said.size() <= longest_excuse && first_of(said, spoken_cues().mistaken);
}

// "không, cái tôi hỏi là ...", "không, tôi định ...": a bare no, and then what was asked or is wanted.
bool denies_and_says(const std::vector<std::string>& clauses) {
  static constexpr auto no = std::to_array<std::string_view>({"khong", "ko", "k", "hong", "hok", "hk"});
  const auto said = to_words(clauses.front());
  const auto lead = interjections(said);
  if (clauses.size() < 2 || said.size() != lead + 1 ||
      std::find(no.begin(), no.end(), said.back().folded) == no.end())
    return false;
  const auto then = to_words(clauses[1]);
  return first_of(then, spoken_cues().asked_for, longest_lead) || first_of(then, spoken_cues().wanted, 0);
}

std::optional<reference> correction_in(std::string_view text) {
  const auto said = to_words(normalise(text));
  auto clauses = clauses_of(text);
  if (clauses.empty()) return std::nullopt;
  const bool wrong_first = first_of(said, spoken_cues().wrong, interjections(said)).has_value();
  const bool excused = !wrong_first && (owns_to_a_mistake(clauses) || denies_and_says(clauses));
  if (!wrong_first && !excused && !first_of(said, spoken_cues().meant, longest_lead) &&
      !first_of(said, spoken_cues().rejecting))
    return std::nullopt;
  if (excused) clauses.erase(clauses.begin());
  reference made{reference::kind::correction, {}, 0};
  for (const auto& clause : clauses) {
    const auto meant = meant_in(clause, clauses.size() == 1);
    if (!meant.empty()) made.rest += (made.rest.empty() ? "" : " ") + meant;
  }
  return made;
}

std::optional<reference> back_in(const utterance& said) {
  std::vector<place> taken;
  std::size_t ordinal = 0;
  if (const auto first = first_of(said, spoken_cues().first)) {
    taken.push_back(*first);
    ordinal = 1;
  } else if (const auto second = first_of(said, spoken_cues().second)) {
    taken.push_back(*second);
    ordinal = 2;
  }
  for (auto at = first_of(said, spoken_cues().back); at;) {
    taken.push_back(*at);
    utterance rest(said.begin() + static_cast<std::ptrdiff_t>(at->end), said.end());
    auto next = first_of(rest, spoken_cues().back);
    if (next) *next = {next->begin + at->end, next->end + at->end};
    at = next;
  }
  if (taken.empty()) return std::nullopt;
  return reference{reference::kind::back, without(said, taken), ordinal};
}

std::optional<reference> and_what_in(const utterance& said) {
  static constexpr auto openings = std::to_array<std::string_view>(
      {"the", "vay", "z", "v", "a", "o", "va", "con", "rua", "um", "u", "da", "thi", "ma"});
  // Where diacritics are written, "con" is a child and only "còn" goes on.
  const bool accented = std::any_of(said.begin(), said.end(), [](const word& w) { return !w.bare(); });
  std::size_t begin = 0;
  bool and_so = false;
  for (; begin < said.size() && begin < 4; ++begin) {
    const auto& w = said[begin].folded;
    if (std::find(openings.begin(), openings.end(), w) == openings.end()) break;
    if (accented && said[begin].accented == "con") break;
    and_so = and_so || w == "con";
  }
  const auto asks = first_of(said, spoken_cues().so_what);
  if (!and_so || begin == said.size()) return std::nullopt;
  auto end = said.size();
  if (asks && asks->begin > begin) end = asks->begin;
  return reference{reference::kind::and_what, joined(std::span{said}.subspan(begin, end - begin)), 0};
}

}  // namespace

std::optional<reference> reference_in(std::string_view clean_text) {
  if (auto correction = correction_in(clean_text)) return correction;
  const auto said = to_words(normalise(clean_text));
  if (auto back = back_in(said)) return back;
  return and_what_in(said);
}

}  // namespace motcua::intents
