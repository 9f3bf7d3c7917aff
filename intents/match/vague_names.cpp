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
    add_name(names_of_.size(), words.read(clean(entries[i].title)));
    names_of_.push_back(i);
    add_name(names_of_.size(), words.read(clean(spoken_id(entries[i].id))));
    names_of_.push_back(i);
  }
}

void vague_names::add_name(std::size_t name, const utterance& said) {
  for (const auto& w : said) {
    for (const auto* form : {&w.accented, &w.folded}) {
      auto& holders = names_with_[*form];
      if (holders.empty() || holders.back() != name) holders.push_back(name);
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
    const auto holders = names_with_.find(topic[n].accented);
    if (holders == names_with_.end()) return {};
    if (n == 0) {
      left = holders->second;
      continue;
    }
    std::vector<std::size_t> both;
    std::set_intersection(left.begin(), left.end(), holders->second.begin(), holders->second.end(),
                          std::back_inserter(both));
    left = std::move(both);
  }
  for (auto& name : left) name = names_of_[name];
  left.erase(std::unique(left.begin(), left.end()), left.end());
  return left.size() > 1 ? left : std::vector<std::size_t>{};
}

}  // namespace motcua::intents
