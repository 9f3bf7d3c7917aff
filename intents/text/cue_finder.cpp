#include "intents/text/cue_finder.hpp"

#include <algorithm>

namespace motcua::intents {
namespace {

bool stands_at(const utterance& spoken, std::size_t at, const utterance& cue) {
  if (at + cue.size() > spoken.size()) return false;
  return std::equal(cue.begin(), cue.end(), spoken.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const word& c, const word& s) { return says(s, c); });
}

}  // namespace

cue_finder::cue_finder(std::span<const std::string_view> table) : cues_{cue_table(table)} {
  for (std::size_t i = 0; i < cues_.size(); ++i)
    if (!cues_[i].empty()) by_first_[cues_[i].front().folded].push_back(i);
}

std::vector<cue_finder::finding> cue_finder::find_all(const utterance& spoken) const {
  std::vector<finding> found;
  for (std::size_t at = 0; at < spoken.size(); ++at) {
    const auto starting = by_first_.find(spoken[at].folded);
    if (starting == by_first_.end()) continue;
    for (const auto i : starting->second)
      if (stands_at(spoken, at, cues_[i])) found.push_back({i, {at, at + cues_[i].size()}});
  }
  return found;
}

bool cue_finder::any(const utterance& spoken) const {
  return !find_all(spoken).empty();
}

}  // namespace motcua::intents
