// Everything that a question may be about: the entries, and what is learnt only to be declined.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/learn/classifier.hpp"

namespace motcua::intents {

struct topics {
  std::vector<labelled_text> texts;
  std::vector<std::optional<std::size_t>> entry_of;  // by label: its place in the snapshot; none: not ours
  std::vector<content::outside_meaning> meaning_of;  // by label: what it is, where it is no entry

  std::optional<std::uint32_t> side_alone;  // the label of follow-ups, which name no matter: "thế bao lâu"

  std::size_t labels() const noexcept { return entry_of.size(); }
  std::uint32_t add_label(std::optional<std::size_t> entry, content::outside_meaning meaning);
};

// Of an entry: title, official name, id and every asked_as as they are asked; the summary and who may apply
// as descriptions, which count less. Of an outside topic: its title and phrases; several topics that are only
// to be declined share a label, since training takes its time by the label.
topics topics_of(const content::snapshot& content);

// A reader that takes the words of these texts for right, with which it has read them.
reader read_all(topics& all, const content::lexicon& words);

}  // namespace motcua::intents
