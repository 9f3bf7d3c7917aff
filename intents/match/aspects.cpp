#include "intents/match/aspects.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "intents/match/aspect_cues.hpp"
#include "intents/match/filler.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

// Words that speak of a procedure in general, so they name none: "nộp hồ sơ ở đâu", "thủ tục này làm online
// được không".
constexpr std::array general_words{
    "nop", "ho",    "so",    "giay", "to",    "thu",  "tuc",  "tien",     "vu",   "nhan",  "lay",
    "lau", "hoan",  "thanh", "mang", "goi",   "dien", "file", "download", "link", "don",   "online",
    "bao", "nhieu", "tot",   "phi",  "tong",  "cong", "gom",  "nhung",    "khac", "them",  "chuan",
    "ket", "xu",    "ly",    "giai", "quyet", "cap",  "truc", "tiep",     "hen",  "thoai", "buoc"};

// "mất" outside a cue ("mất bao lâu") is the loss of something, and that is a topic.
bool names_nothing(const std::string& folded) {
  if (folded == "mat") return false;
  return is_filler(folded) ||
         std::find(general_words.begin(), general_words.end(), folded) != general_words.end();
}

}  // namespace

aspect_reader::aspect_reader() {
  for (const auto& row : aspect_cues)
    cues_.push_back({row.about, row.strength, to_words(normalise(row.words))});
}

aspect_found aspect_reader::read(const utterance& spoken) const {
  aspect_found found;
  std::vector<bool> cued(spoken.size(), false);
  const cue* best = nullptr;
  std::size_t best_at = 0;
  for (const auto& c : cues_) {
    const auto at = find_cue(spoken, c.words);
    if (!at) continue;
    std::fill(cued.begin() + static_cast<std::ptrdiff_t>(at->begin),
              cued.begin() + static_cast<std::ptrdiff_t>(at->end), true);
    const auto rank = std::tuple{c.strength, c.words.size(), spoken.size() - at->begin};
    if (!best || rank > std::tuple{best->strength, best->words.size(), spoken.size() - best_at}) {
      best = &c;
      best_at = at->begin;
    }
  }
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    if (!cued[i] && !names_nothing(spoken[i].folded)) found.topic.push_back(spoken[i]);
  }
  if (!best) return found;
  found.about = best->about;
  found.named = true;
  found.only = found.topic.empty();
  return found;
}

}  // namespace motcua::intents
