#include "intents/match/plain_names.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

bool says_all(const utterance& spoken, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& wanted) {
    return std::any_of(spoken.begin(), spoken.end(), [&](const word& w) { return w.folded == wanted; });
  });
}

}  // namespace

plain_names::plain_names(std::span<const content::entry> entries, const reader& words) {
  for (const auto& e : entries) {
    if (e.kind() == content::entry_kind::record) {  // its id is no name
      names_.push_back({});
      continue;
    }
    name made{words_of(spoken_id(e.id)), {}};
    made.allowed.insert(made.required.begin(), made.required.end());
    for (const auto& w : words.read(clean(e.title))) made.allowed.insert(w.folded);
    if (!made.required.empty()) by_first_[made.required.front()].push_back(names_.size());
    names_.push_back(std::move(made));
  }
}

std::optional<std::size_t> plain_names::find(const utterance& spoken, const utterance& topic) const {
  std::optional<std::size_t> best;
  bool alone = true;
  std::set<std::size_t> called;
  for (const auto& w : spoken) {
    const auto starting = by_first_.find(w.folded);
    if (starting != by_first_.end()) called.insert(starting->second.begin(), starting->second.end());
  }
  for (const auto i : called) {
    const auto& n = names_[i];
    const auto allowed = [&](const word& w) { return n.allowed.contains(w.folded); };
    if (!says_all(spoken, n.required) || !std::all_of(topic.begin(), topic.end(), allowed)) continue;
    if (best && names_[*best].required.size() > n.required.size()) continue;
    alone = !best || names_[*best].required.size() < n.required.size();
    best = i;
  }
  return alone ? best : std::nullopt;
}

}  // namespace motcua::intents
