#include "intents/dialogue/circumstance.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include "intents/text/normalise.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {
namespace {

using cues = std::vector<utterance>;

cues read_cues(std::initializer_list<std::string_view> words) {
  return cue_table(std::span{words.begin(), words.size()});
}

struct circumstance_cues {
  cues so_what = read_cues({"thì sao",          "thì răng",          "thì như nào",       "thì thế nào",
                            "thì như thế nào",  "thì seo",           "thì làm sao",       "thì làm thế nào",
                            "thì phải làm sao", "thì mần răng",      "thì ntn",           "thì s",
                            "thì tính sao",     "có được không",     "có được ko",        "có dc ko",
                            "có được k",        "có làm được không", "thì có được không", "làm thế nào",
                            "có sao không",     "có bị phạt không",  "có bị gì không"});
  // How things stand, near the beginning. "mất", "hỏng", "hết hạn" are matters of their own and no
  // circumstance.
  cues state = read_cues({"chưa", "đang", "từng", "đã", "không có", "ko có", "k có", "hông có", "nếu", "lỡ",
                          "nhỡ", "ngộ nhỡ", "lỡ như", "giả sử", "trường hợp", "vì không"});
  cues already = read_cues({"có", "sống", "ở"});  // "có lương hưu rồi thì sao"
  // Somebody does it for somebody.
  cues on_behalf =
      read_cues({"làm hộ",     "làm thay", "làm giùm",          "làm dùm",       "làm giúp",    "đi hộ",
                 "đi thay",    "đi giùm",  "đi cùng",           "nộp hộ",        "nộp thay",    "nộp giùm",
                 "nộp giúp",   "lấy hộ",   "lấy thay",          "lấy giùm",      "nhận hộ",     "nhận thay",
                 "ký thay",    "ký hộ",    "đứng tên",          "khai hộ",       "khai thay",   "xin hộ",
                 "xin thay",   "xin giùm", "đứng ra làm",       "nhờ người",     "nhờ ai",      "mần hộ",
                 "mần giùm",   "mần thay", "đi làm được không", "đi được không", "tự làm được", "một mình đi",
                 "đi một mình"});
};

const circumstance_cues& heard() {
  static const circumstance_cues all;
  return all;
}

constexpr std::size_t state_begins_by = 5;
// A new matter is mostly called by its name: below this, the matter in hand is likelier.
constexpr double surely_another = 0.90;

bool any_of(const utterance& said, const cues& table, std::size_t begins_by = 1000) {
  return std::any_of(table.begin(), table.end(), [&](const utterance& cue) {
    const auto at = find_cue(said, cue);
    return at && at->begin <= begins_by;
  });
}

// "lam ho khau", "xin ho chieu", "nộp hồ sơ" written bare: "ho" begins the name of a paper there.
bool begins_a_name(const word& after) {
  static constexpr auto names =
      std::to_array<std::string_view>({"khau", "chieu", "kinh", "tich", "ngheo", "can", "so"});
  return std::find(names.begin(), names.end(), after.folded) != names.end();
}

bool on_behalf(const utterance& said) {
  const auto& table = heard().on_behalf;
  return std::any_of(table.begin(), table.end(), [&](const utterance& cue) {
    const auto at = find_cue(said, cue);
    return at && (at->end == said.size() || !begins_a_name(said[at->end]));
  });
}

// "thế còn ... thì sao" asks about something else.
bool turns_to_another(const utterance& said) {
  static constexpr auto openings =
      std::to_array<std::string_view>({"the", "vay", "z", "v", "a", "o", "rua", "u", "da", "thi", "ma"});
  const bool accented = std::any_of(said.begin(), said.end(), [](const word& w) { return !w.bare(); });
  for (const auto& w : said) {
    if (w.folded == "con") return w.accented != "con" || !accented;  // "còn", not a child
    if (std::find(openings.begin(), openings.end(), w.folded) == openings.end()) return false;
  }
  return false;
}

}  // namespace

bearing bearing_of(std::string_view clean_text) {
  const auto said = to_words(normalise(clean_text));
  bearing out;
  out.brief = said.size() <= longest_follow_up;
  if (!out.brief || turns_to_another(said)) return out;
  const auto& cue = heard();
  const bool stands = any_of(said, cue.state, state_begins_by) || any_of(said, cue.already, 0);
  out.circumstance = (stands && any_of(said, cue.so_what)) || on_behalf(said);
  return out;
}

bool may_belong(const understanding& u, const bearing& how) {
  if (u.aspect_only || (u.vague && !how.circumstance)) return false;
  if (u.what == decision::not_understood) return !u.about_a_side_alone && !u.plainly_outside;
  if (u.what == decision::clarify) return !u.about_a_side_alone;
  return u.what == decision::answer && (how.circumstance || (how.brief && u.confidence < surely_another));
}

}  // namespace motcua::intents
