// Everything that a question may be about: the entries, and what is learnt only to be declined.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/learn/classifier.hpp"
#include "intents/match/withheld.hpp"

namespace motcua::intents {

struct topics {
  std::vector<labelled_text> texts;
  std::size_t well_spelt = 0;                        // of the texts: the first; golden questions have slips
  std::vector<std::optional<std::size_t>> entry_of;  // by label: its place in the snapshot; none: not ours
  std::vector<content::outside_meaning> meaning_of;  // by label: what it is, where it is no entry

  std::optional<std::uint32_t> side_alone;  // the label of follow-ups, which name no matter: "thế bao lâu"

  std::size_t labels() const noexcept { return entry_of.size(); }
  std::uint32_t add_label(std::optional<std::size_t> entry, content::outside_meaning meaning);
};

// Of an entry: title, official name, id and every asked_as as they are asked; the summary and who may apply
// as descriptions, which count less. Of an outside topic: its title and phrases; several topics that are only
// to be declined share a label, since training takes its time by the label. Of the golden questions, those
// that are not `kept_back`: each as asked of its entry, as its request or call for help, or as not ours.
topics topics_of(const content::snapshot& content, withheld kept_back = no_golden);

// A reader that takes the words of the well-spelt texts for right, with which it has read all of them.
reader read_all(topics& all, const content::lexicon& words);

}  // namespace motcua::intents
