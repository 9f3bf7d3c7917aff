#include "intents/match/vague_names.hpp"

#include <algorithm>
#include <iterator>

#include "intents/match/filler.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t longest_topic = 4;
constexpr std::size_t longest_spoken = 7;  // with "cho em hỏi" and "ạ" around it

}  // namespace

vague_names::vague_names(std::span<const content::entry> entries, const reader& words) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto kind = entries[i].kind();
    if (kind == content::entry_kind::smalltalk || kind == content::entry_kind::record) continue;
    for (const auto& w : words.read(clean(entries[i].title + " " + spoken_id(entries[i].id)))) {
      for (const auto* form : {&w.accented, &w.folded}) {
        auto& holders = titles_with_[*form];
        if (holders.empty() || holders.back() != i) holders.push_back(i);
      }
    }
  }
}

std::vector<std::size_t> vague_names::find(const utterance& spoken) const {
  std::vector<std::size_t> left;
  if (spoken.size() > longest_spoken) return left;
  utterance topic;
  for (const auto& w : spoken)
    if (!is_filler(w.folded)) topic.push_back(w);
  if (topic.empty() || topic.size() > longest_topic) return left;
  for (std::size_t n = 0; n < topic.size(); ++n) {
    const auto holders = titles_with_.find(topic[n].accented);
    if (holders == titles_with_.end()) return {};
    if (n == 0) {
      left = holders->second;
      continue;
    }
    std::vector<std::size_t> both;
    std::set_intersection(left.begin(), left.end(), holders->second.begin(), holders->second.end(),
                          std::back_inserter(both));
    left = std::move(both);
  }
  return left.size() > 1 ? left : std::vector<std::size_t>{};
}

}  // namespace motcua::intents
