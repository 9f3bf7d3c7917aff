#include "intents/match/hazards.hpp"

#include <algorithm>
#include <array>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

struct hazard_cue {
  danger what;
  bool certain;
  std::string_view words;
};

// In the order in which they are asked: fire spreads, then a child, then violence, then injury.
constexpr auto hazard_cues = std::to_array<hazard_cue>({
    {danger::fire, true, "đang cháy"},
    {danger::fire, true, "cháy to"},
    {danger::fire, true, "cháy lớn"},
    {danger::fire, true, "đang bốc cháy"},
    {danger::fire, false, "bốc cháy"},
    {danger::fire, false, "cháy nhà"},
    {danger::fire, false, "nhà cháy"},
    {danger::fire, false, "cháy rồi"},
    {danger::fire, false, "bị cháy"},
    {danger::fire, false, "có cháy"},
    {danger::fire, false, "cháy chợ"},
    {danger::fire, false, "cháy xe"},
    {danger::fire, false, "hỏa hoạn"},
    {danger::fire, true, "phụt lửa"},
    {danger::fire, true, "bắt lửa"},
    {danger::fire, true, "bén lửa"},
    {danger::fire, false, "lửa cháy"},
    {danger::fire, false, "khói đen"},
    {danger::fire, false, "ngạt khói"},
    {danger::fire, false, "kẹt thang máy"},
    {danger::fire, false, "nổ bình ga"},
    {danger::fire, false, "nổ bình gas"},
    {danger::fire, false, "cháy kho"},
    {danger::fire, false, "cháy quán"},
    {danger::fire, false, "rò rỉ gas"},
    {danger::child, true, "xâm hại trẻ em"},
    {danger::child, true, "bạo hành trẻ em"},
    {danger::child, true, "bạo hành trẻ"},
    {danger::child, true, "xâm hại tình dục"},
    {danger::child, false, "cháu bé bị đánh"},
    {danger::child, false, "bé bị đánh"},
    {danger::child, false, "trẻ bị đánh"},
    {danger::child, false, "trẻ em bị đánh"},
    {danger::child, false, "trẻ em bị bạo hành"},
    {danger::child, false, "bé bị xâm hại"},
    {danger::child, false, "cháu bị xâm hại"},
    {danger::child, false, "con bị xâm hại"},
    {danger::child, false, "trẻ em bị xâm hại"},
    {danger::child, false, "bị bố đánh"},
    {danger::child, false, "bị bố dượng"},
    {danger::child, false, "đánh đập con"},
    {danger::child, false, "đánh đập trẻ"},
    {danger::child, false, "đánh con nhỏ"},
    {danger::child, false, "bắt cóc trẻ"},
    {danger::child, false, "bé bị bạo hành"},
    {danger::child, false, "sàm sỡ con"},
    {danger::child, false, "sàm sỡ cháu"},
    {danger::child, false, "sàm sỡ bé"},
    {danger::child, false, "sờ mó em"},
    {danger::child, false, "sờ mó con"},
    {danger::child, false, "trẻ bị bỏ rơi"},
    {danger::child, false, "cháu bị đánh đập"},
    {danger::crime, true, "đang đánh nhau"},
    {danger::crime, true, "đang bị đánh"},
    {danger::crime, true, "đang bị cướp"},
    {danger::crime, true, "đang có trộm"},
    {danger::crime, true, "dọa giết"},
    {danger::crime, true, "đòi giết"},
    {danger::crime, false, "đánh nhau"},
    {danger::crime, false, "chém nhau"},
    {danger::crime, false, "bị chém"},
    {danger::crime, false, "bị đâm"},
    {danger::crime, false, "bị cướp"},
    {danger::crime, false, "cướp giật"},
    {danger::crime, true, "dí dao"},
    {danger::crime, true, "kề dao"},
    {danger::crime, false, "phá khóa"},
    {danger::crime, false, "giật túi"},
    {danger::crime, false, "giật điện thoại"},
    {danger::crime, false, "có cướp"},
    {danger::crime, false, "có trộm"},
    {danger::crime, false, "trộm vào nhà"},
    {danger::crime, false, "bắt cóc"},
    {danger::crime, false, "giết người"},
    {danger::crime, false, "hiếp dâm"},
    {danger::crime, false, "chồng đánh"},
    {danger::crime, false, "bị đánh đập"},
    {danger::crime, false, "đánh đập vợ"},
    {danger::crime, false, "bạo lực gia đình"},
    {danger::crime, false, "bị hành hung"},
    {danger::crime, false, "cầm dao"},
    {danger::medical, true, "muốn tự tử"},
    {danger::medical, true, "định tự tử"},
    {danger::medical, true, "muốn chết"},
    {danger::medical, true, "không muốn sống"},
    {danger::medical, true, "đang tự tử"},
    {danger::medical, true, "đòi tự tử"},
    {danger::medical, true, "dọa tự tử"},
    {danger::medical, true, "chán sống"},
    {danger::medical, true, "kết liễu đời"},
    {danger::medical, false, "tự tử"},
    {danger::medical, false, "tự sát"},
    {danger::medical, false, "nhảy cầu"},
    {danger::medical, false, "cấp cứu"},
    {danger::medical, false, "bất tỉnh"},
    {danger::medical, false, "ngất xỉu"},
    {danger::medical, false, "bị ngất"},
    {danger::medical, false, "khó thở"},
    {danger::medical, false, "chảy máu"},
    {danger::medical, false, "đột quỵ"},
    {danger::medical, false, "co giật"},
    {danger::medical, false, "bị điện giật"},
    {danger::medical, false, "đuối nước"},
    {danger::medical, false, "ngộ độc"},
    {danger::medical, false, "bị tai nạn"},
    {danger::medical, false, "có tai nạn"},
    {danger::medical, false, "tai nạn giao thông"},
    {danger::medical, false, "rắn cắn"},
    {danger::medical, false, "ngừng tim"},
    {danger::medical, false, "méo miệng"},
    {danger::medical, false, "méo mồm"},
    {danger::medical, false, "tím tái"},
    {danger::medical, false, "không thở được"},
    {danger::medical, false, "thở không nổi"},
    {danger::medical, false, "vỡ ối"},
    {danger::medical, false, "uống thuốc ngủ"},
    {danger::medical, false, "uống thuốc sâu"},
    {danger::medical, false, "uống thuốc diệt cỏ"},
    {danger::medical, false, "rạch tay"},
    {danger::medical, false, "ngừng thở"},
    {danger::medical, false, "gọi xe cứu thương"},
});

// "chờ lâu muốn chết": only how much. Not after "buồn" or "mệt", which may be meant.
constexpr std::string_view wishes_to_die = "muốn chết";
constexpr auto so_much =
    std::to_array<std::string_view>({"lâu", "đói", "khát", "nóng", "lạnh", "chậm", "đắt", "mắc", "đông", "xa",
                                     "cười", "vui", "ngán", "thèm"});

constexpr auto paperwork = std::to_array<std::string_view>({
    "giấy",      "giấy tờ",        "thủ tục",   "hồ sơ",      "đăng ký",      "khai tử",    "khai sinh",
    "trợ cấp",   "hỗ trợ",         "bảo hiểm",  "chế độ",     "cấp lại",      "xác nhận",   "chứng nhận",
    "đơn",       "lệ phí",         "mai táng",  "bồi thường", "phòng cháy",   "quy định",   "luật",
    "phạt",      "tập huấn",       "diễn tập",  "chứng tử",   "căn cước",     "hộ chiếu",   "sổ đỏ",
    "cần gì",    "bao nhiêu tiền", "tử tuất",   "trợ giúp",   "tuyên truyền", "kinh doanh", "mất sổ",
    "giấy khen", "khen thưởng",    "bằng khen", "tặng giấy",  "trích lục",    "sổ gốc",     "bản sao",
    "cứu trợ",   "làm lại",        "hưởng",     "khuyết tật", "tố cáo",       "khai báo",   "thiệt hại",
});

constexpr auto cries = std::to_array<std::string_view>({
    "cứu với",
    "cứu tôi",
    "cứu em",
    "cứu cháu",
    "giúp với",
    "cứu người",
    "kêu cứu",
    "ngay lập tức",
    "nguy kịch",
    "sắp chết",
    "gấp lắm",
    "cứu hỏa ngay",
    "gọi cấp cứu",
    "khẩn cấp quá",
    "cần cấp cứu",
    "gọi công an",
});

struct animal {
  std::string_view word;
  bool plain;  // without its diacritics it is no other common word
};

constexpr auto animals = std::to_array<animal>({
    {"lợn", true},
    {"heo", true},
    {"trâu", true},
    {"vịt", true},
    {"ngan", true},
    {"ngỗng", true},
    {"mèo", true},
    {"bò", false},
    {"gà", false},
    {"dê", false},
    {"chó", false},
    {"cá", false},
    {"tôm", true},
    {"thỏ", false},
    {"cún", false},
    {"bê", false},
    {"nghé", true},
    {"chim", true},
});

// Before the animal's name.
constexpr auto counted =
    std::to_array<std::string_view>({"con", "đàn", "bầy", "mấy", "các", "nhà", "em", "tôi", "tui", "có",
                                     "mười", "hai", "ba", "ổ", "lứa", "chục"});

constexpr auto attacks = std::to_array<std::string_view>(
    {"cắn", "húc", "tấn công", "mổ vào", "đá vào", "rượt", "đuổi theo", "nuốt", "người"});

bool is_animal(const word& w) {
  return std::any_of(animals.begin(), animals.end(), [&](const animal& a) {
    return w.accented == a.word || (a.plain && w.bare() && w.folded == fold(a.word));
  });
}

bool is_exaggeration(std::string_view cue, const utterance& spoken, const place& at) {
  if (cue != wishes_to_die || at.begin == 0) return false;
  const auto& before = spoken[at.begin - 1];
  return std::any_of(so_much.begin(), so_much.end(), [&](std::string_view much) {
    return before.accented == much || (before.bare() && before.folded == fold(much));
  });
}

constexpr auto words_of_cues = [] {
  std::array<std::string_view, hazard_cues.size()> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = hazard_cues[i].words;
  return words;
}();

}  // namespace

hazard_reader::hazard_reader()
    : cues_{words_of_cues}, paperwork_{paperwork}, cries_{cries}, attacks_{attacks} {}

bool hazard_reader::about_papers(const utterance& spoken) const {
  return paperwork_.any(spoken) && !cries_.any(spoken);
}

bool hazard_reader::about_animals(const utterance& spoken) const {
  const auto told = std::find_if(spoken.begin(), spoken.end(), [](const word& w) {
    return std::find(counted.begin(), counted.end(), w.accented) == counted.end();
  });
  return told != spoken.end() && is_animal(*told) && !attacks_.any(spoken);
}

std::optional<hazard_reader::alarm> hazard_reader::read(const utterance& spoken) const {
  const auto heard = cues_.find_all(spoken);
  if (heard.empty()) return std::nullopt;
  const bool papers = about_papers(spoken);
  std::optional<std::size_t> first;  // in the order of the table
  std::array<bool, 4> kinds{};
  for (const auto& h : heard) {
    if (papers && !hazard_cues[h.cue].certain) continue;
    if (is_exaggeration(hazard_cues[h.cue].words, spoken, h.at)) continue;
    kinds[static_cast<std::size_t>(hazard_cues[h.cue].what)] = true;
    if (!first || h.cue < *first) first = h.cue;
  }
  if (!first) return std::nullopt;
  return alarm{hazard_cues[*first].what, hazard_cues[*first].certain, kinds};
}

}  // namespace motcua::intents
