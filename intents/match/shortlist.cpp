// Which entries a message may be about, the likeliest first.
#include <algorithm>

#include "intents/match/model.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_choices = 4;
constexpr float plain_margin = -0.3F;

}  // namespace

// The topics that concern the unit: another unit's own entries are none.
ranking matcher::model::rank(const content::unit_id& from, const utterance& spoken, std::size_t most,
                             const utterance* focus) const {
  auto ranked = subjects.rank(spoken, most, focus);
  std::erase_if(ranked.guesses, [&](const guess& g) {
    const auto entry = all.entry_of[g.label];
    return entry && !concerns(from, *entry);
  });
  return ranked;
}

std::optional<std::size_t> matcher::model::named(const content::unit_id& from, const utterance& spoken,
                                                 const utterance& topic) const {
  const auto found = topic.empty() ? std::nullopt : names.find(spoken, topic);
  return found && concerns(from, *found) ? found : std::nullopt;
}

// Where the whole phrase is one that entries list, those are the candidates.
bool matcher::model::list_exact(const message& m, understanding& u) const {
  const auto* listed = m.whole.empty() ? nullptr : exact.find(m.whole);
  if (!listed) return false;
  for (const auto label : *listed) {
    if (all.entry_of[label] && concerns(m.from, *all.entry_of[label]) &&
        u.candidates.size() < most_candidates)
      u.candidates.push_back({id_of(label), 1.0 / static_cast<double>(listed->size())});
  }
  return !u.candidates.empty();
}

void matcher::model::list_ranked(const message& m, const ranking& ranked, const utterance& topic,
                                 understanding& u) const {
  const auto called = named(m.from, m.whole, topic);
  if (called) u.candidates.push_back({content->entries()[*called].id, called_by_name});
  if (!called && !u.aspect_named) u.vague = list_vague(m, ranked, u);
  const auto first = ranked.guesses.empty() ? std::nullopt : std::optional{ranked.guesses.front().label};
  u.outside = !called && first && first != all.side_alone && !all.entry_of[*first];
  u.plainly_outside = u.outside && ranked.guesses.front().margin > plain_margin;
  const bool animals = hazards.about_animals(m.whole);  // no ambulance, not even as a choice
  for (const auto& e : likely_entries(ranked, all, m.whole.size())) {
    if (animals && danger_of(id_of(e.label)) == danger::medical) continue;
    if (u.candidates.size() == most_candidates) break;
    const auto same = [&](const candidate& c) { return c.entry == id_of(e.label); };
    if (std::any_of(u.candidates.begin(), u.candidates.end(), same)) continue;
    u.candidates.push_back({id_of(e.label), called ? e.confidence * (1 - called_by_name) : e.confidence});
  }
}

// Those whose titles have all of the few words said, in the order of the ranking.
bool matcher::model::list_vague(const message& m, const ranking& ranked, understanding& u) const {
  auto borne = vague.find(m.whole);
  std::erase_if(borne, [&](std::size_t entry) { return !concerns(m.from, entry); });
  if (borne.empty()) return false;
  const auto is_borne = [&](std::size_t entry) {
    return std::binary_search(borne.begin(), borne.end(), entry);
  };
  std::vector<std::size_t> order;
  for (const auto& g : ranked.guesses)
    if (all.entry_of[g.label] && is_borne(*all.entry_of[g.label])) order.push_back(*all.entry_of[g.label]);
  for (const auto entry : borne)
    if (std::find(order.begin(), order.end(), entry) == order.end()) order.push_back(entry);
  if (order.size() > most_choices) order.resize(most_choices);
  for (const auto entry : order)
    u.candidates.push_back({content->entries()[entry].id, 1.0 / static_cast<double>(order.size())});
  return true;
}

}  // namespace motcua::intents
