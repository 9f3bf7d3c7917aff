#include "intents/match/requests.hpp"

#include <algorithm>
#include <array>

#include "intents/match/filler.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/mask.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr auto dossier_cues = std::to_array<std::string_view>({
    "hồ sơ của tôi",    "hồ sơ của em",          "hồ sơ của mình",
    "hồ sơ tôi nộp",    "hồ sơ em nộp",          "hồ sơ đến đâu",
    "hồ sơ tới đâu",    "hồ sơ xong chưa",       "hồ sơ đã xong",
    "hồ sơ được duyệt", "tình trạng hồ sơ",      "trạng thái hồ sơ",
    "tiến độ hồ sơ",    "hồ sơ chưa có kết quả", "hồ sơ nộp",
    "hồ sơ đã nộp",     "hồ sơ quá hạn",         "hồ sơ trễ hẹn",
    "hồ sơ quá hẹn",    "hồ sơ bao giờ xong",    "tra cứu hồ sơ",
    "tra hồ sơ",        "kiểm tra hồ sơ",        "mã hồ sơ",
    "giấy hẹn",         "nộp rồi chưa thấy",     "nộp rồi mà chưa",
});

// With "hồ sơ nộp" and "hồ sơ" alone: signs that one waits for an answer.
constexpr auto waiting_cues = std::to_array<std::string_view>({
    "chưa thấy",  "chưa xong",   "xong chưa",   "đến đâu",  "tới đâu", "chưa có kết quả",
    "chưa trả",   "bao giờ trả", "khi nào trả", "mãi chưa", "lâu quá", "bao giờ có kết quả",
    "duyệt chưa", "quá hạn",     "quá hẹn",     "trễ hẹn",  "tra cứu", "kiểm tra",
    "tình trạng", "trạng thái",  "tiến độ",     "đã nộp",   "của tôi", "của em",
    "của mình",   "giấy hẹn",    "mã hồ sơ",
});

// Enough by themselves: nobody asks this of a procedure.
constexpr auto progress_cues = std::to_array<std::string_view>({
    "đến bước nào",
    "tới bước nào",
    "ở bước nào",
    "bước nào rồi",
    "đến khâu nào",
    "tới khâu nào",
    "ở khâu nào",
    "khâu nào rồi",
    "đến đâu rồi",
    "tới đâu rồi",
});

// One waits for what was handed in, or for a paper of one's own.
constexpr auto unfinished_cues = std::to_array<std::string_view>({
    "chưa thấy",
    "chưa có",
    "chưa về",
    "chưa xong",
    "có chưa",
    "xong chưa",
    "ký chưa",
    "về chưa",
    "chưa nhận",
    "duyệt chưa",
    "lấy được chưa",
    "chưa trả",
    "mãi chưa",
    "được lấy",
    "chưa gọi",
    "chưa ai",
    "được trả",
    "có kết quả chưa",
});

constexpr auto finished_cues = std::to_array<std::string_view>({
    "có chưa",
    "xong chưa",
    "ký chưa",
    "về chưa",
    "duyệt chưa",
    "lấy được chưa",
    "có kết quả chưa",
});

constexpr auto owner_cues = std::to_array<std::string_view>({
    "của tôi",
    "của em",
    "của mình",
    "của tui",
    "của cháu",
    "của con",
    "của bố",
    "của mẹ",
    "của má",
    "của vợ",
    "của chồng",
    "của nhà",
    "của ông",
    "của bà",
});

constexpr auto person_cues = std::to_array<std::string_view>({
    "gặp cán bộ",
    "gặp người",
    "người thật",
    "gặp nhân viên",
    "nói chuyện với người",
    "nói chuyện với cán bộ",
    "chat với người",
    "gặp tư vấn",
    "tư vấn viên",
    "gặp lãnh đạo",
    "gặp ai",
    "gặp người thật",
    "gặp tổng đài viên",
    "chuyển cho cán bộ",
    "nối máy",
    "gọi cán bộ",
    "cán bộ hỗ trợ",
    "nhắn với cán bộ",
    "hỏi cán bộ",
    "chuyển cán bộ",
});

constexpr auto feedback_cues = std::to_array<std::string_view>({
    "phản ánh",
    "kiến nghị",
    "góp ý",
    "phản ảnh",
});

// The commune is asked to act.
constexpr auto action_cues = std::to_array<std::string_view>({
    "xuống kiểm tra", "xuống xử lý",   "xuống giải quyết", "xuống nhắc nhở",   "xuống dẹp",
    "xuống xem",      "xuống coi",     "cho người xuống",  "cử người xuống",   "báo chính quyền",
    "cho sửa",        "đề nghị xử lý", "đề nghị dẹp",      "đề nghị nhắc nhở", "đề nghị sửa",
    "sớm xử lý",      "sớm khắc phục", "sớm sửa",          "dẹp giúp",         "dẹp giùm",
    "xử lý giúp",     "xử lý giùm",    "nhắc giúp",
});

constexpr auto question_cues = std::to_array<std::string_view>({
    "gì",         "chi",      "nào",        "đâu",     "mô",        "sao",  "răng",
    "bao nhiêu",  "bao lâu",  "bao giờ",    "khi nào", "mấy",       "ai",   "được không",
    "phải không", "có không", "đúng không", "không ạ", "không vậy", "chưa",
});

constexpr auto how_cues = std::to_array<std::string_view>({
    "thủ tục",  "ở đâu",    "thế nào", "cần gì",  "đơn",        "hồ sơ",     "bao lâu", "mẫu",
    "quy định", "là gì",    "khác gì", "làm sao", "kiểu gì",    "gửi ai",    "đâu",     "thời hiệu",
    "thời hạn", "mấy ngày", "lần hai", "lần đầu", "giải quyết", "bao nhiêu", "có phải", "được không",
});

constexpr auto accusing_cues = std::to_array<std::string_view>({
    "tố cáo",
    "khiếu nại",
    "tham nhũng",
    "nhận hối lộ",
    "đòi hối lộ",
    "đòi tiền",
    "vòi tiền",
    "vòi vĩnh",
    "hạch sách",
    "nhũng nhiễu",
    "ăn hối lộ",
    "đòi phong bì",
    "ăn chặn",
});

// "Nộp hôm thứ hai", "nộp 10 ngày rồi": some way behind the verb it is said when.
constexpr std::size_t said_when_by = 3;
constexpr auto times = std::to_array<std::string_view>(
    {"hom", "tuan", "thang", "sang", "chieu", "hoi", "tu", "ngay", "tet", "mung", "thu", "bua", "qua"});

constexpr auto moneys = std::to_array<std::string_view>({"thue", "phi", "le", "tien", "phat", "bao"});

bool was_handed_in(const utterance& spoken) {
  const auto is_time = [](const word& w) {
    return std::find(times.begin(), times.end(), w.folded) != times.end() ||
           (!w.folded.empty() && w.folded.front() >= '0' && w.folded.front() <= '9');
  };
  const auto is_money = [](const word& w) {
    return std::find(moneys.begin(), moneys.end(), w.folded) != moneys.end();
  };
  for (std::size_t i = 0; i + 1 < spoken.size(); ++i) {
    if ((spoken[i].folded != "nop" && spoken[i].folded != "gui") || is_money(spoken[i + 1])) continue;
    const auto begin = spoken.begin() + static_cast<std::ptrdiff_t>(i + 1);
    const auto end =
        spoken.begin() + static_cast<std::ptrdiff_t>(std::min(spoken.size(), i + 1 + said_when_by));
    if (std::any_of(begin, end, is_time)) return true;
  }
  return false;
}

}  // namespace

request_reader::request_reader()
    : dossier_{dossier_cues},
      person_{person_cues},
      feedback_{feedback_cues},
      waiting_{waiting_cues},
      progress_{progress_cues},
      unfinished_{unfinished_cues},
      finished_{finished_cues},
      owner_{owner_cues},
      action_{action_cues},
      question_{question_cues} {}

bool request_reader::asks_of_dossier(const utterance& spoken) const {
  return progress_.any(spoken) || (dossier_.any(spoken) && waiting_.any(spoken)) ||
         (was_handed_in(spoken) && unfinished_.any(spoken)) || (finished_.any(spoken) && owner_.any(spoken));
}

// "Đề nghị xã xuống kiểm tra" wants something done; "có ai xuống kiểm tra không" asks.
bool request_reader::wants_it_done(const utterance& spoken) const {
  return action_.any(spoken) && !question_.any(spoken) && spoken.back().folded != "khong";
}

// "gặp cán bộ" is a wish; "làm khai sinh gặp cán bộ nào" is a question about a procedure.
bool request_reader::asks_for_person(const utterance& spoken) const {
  const auto wished = person_.find_all(spoken);
  if (wished.empty()) return false;
  const auto& at = wished.front().at;
  std::size_t other = 0;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    if ((i < at.begin || i >= at.end) && !is_filler(spoken[i].folded)) ++other;
  }
  return other <= 4;
}

std::optional<decision> request_reader::read(const utterance& spoken) const {
  if (asks_of_dossier(spoken)) return decision::own_dossier;
  if (asks_for_person(spoken)) return decision::person;
  if (feedback_.any(spoken) || wants_it_done(spoken)) return decision::feedback;
  return std::nullopt;
}

bool accuses(std::string_view clean_text) {
  static const cue_finder accusing{accusing_cues};
  static const cue_finder how{how_cues};
  const auto spoken = to_words(normalise(clean_text));
  return accusing.any(spoken) && !how.any(spoken);
}

bool holds_dossier_code(std::string_view clean_text) {
  for (const auto mask : {dossier_mask, broken_dossier_mask})
    if (clean_text.find(mask) != std::string_view::npos) return true;
  for (std::size_t at = 0; at < clean_text.size(); ++at)
    if (dossier_code_at(clean_text, at) > 0) return true;
  return false;
}

}  // namespace motcua::intents
