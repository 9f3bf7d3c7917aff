// Whether a message cries for help: rules and what was learnt, weighed against what else it may be about.
#include <optional>

#include "intents/match/model.hpp"

namespace motcua::intents {
namespace {

// How sure the likeliest topic must be before a call for help, or a request to people, is taken for one. A
// call missed is worse than one too many.
constexpr float least_alarming = -0.30F;
constexpr float plainly_alarming = 0.1F;
constexpr float clear_entry = 0.0F;  // the margin from which an entry speaks against a mere mention of danger

}  // namespace

// An animal that is ill needs a vet and no ambulance.
std::optional<danger> matcher::model::danger_heard(const ranking& ranked, const utterance& spoken) const {
  const auto told = danger_told(ranked, spoken);
  const bool of_people = told != danger::medical || !hazards.about_animals(spoken);
  return of_people ? told : std::nullopt;
}

// A certain cry counts whatever else is said. What only sounds like danger counts where the words are about
// no papers and no other entry is clearly meant; so does a likeness to calls for help that were learnt.
std::optional<danger> matcher::model::danger_told(const ranking& ranked, const utterance& spoken) const {
  const auto cry = hazards.read(spoken);
  if (ranked.guesses.empty()) return cry ? std::optional{cry->what} : std::nullopt;
  const auto& best = ranked.guesses.front();
  const auto entry = all.entry_of[best.label];
  const auto learnt =
      entry ? danger_of(content->entries()[*entry].id) : danger_in(all.meaning_of[best.label]);
  const bool agreed = cry && learnt && cry->heard[static_cast<std::size_t>(*learnt)];
  if (agreed) return learnt;
  if (cry && cry->certain) return cry->what;
  if (learnt && best.margin >= least_alarming && !hazards.about_papers(spoken))
    return cry && best.margin < clear_entry ? cry->what : *learnt;
  const bool clearly_other = !learnt && entry && best.margin > clear_entry;
  return cry && !clearly_other ? std::optional{cry->what} : std::nullopt;
}

// In a long message the danger may be told in one sentence and drown in the others: then it must be plainer.
std::optional<danger> matcher::model::danger_in_sentence(const content::unit_id& from,
                                                         const utterance& sentence) const {
  const auto ranked = rank(from, sentence, 1);
  if (ranked.guesses.empty() || ranked.guesses.front().margin < plainly_alarming) return std::nullopt;
  return danger_heard(ranked, sentence);
}

}  // namespace motcua::intents
