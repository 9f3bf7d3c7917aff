// Which side of an entry is asked about: "bao nhiêu tiền" is the fee.
#pragma once

#include <optional>
#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/learn/classifier.hpp"
#include "intents/match/withheld.hpp"
#include "intents/text/cue_finder.hpp"
#include "intents/text/reader.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

// The side that will really be answered: an entry that has no such side gives its overview.
content::aspect answered_aspect(const content::entry& entry, content::aspect asked);

struct aspect_found {
  content::aspect about = content::aspect::overview;
  bool named = false;
  bool only = false;  // nothing but aspect cues and filler was said
  utterance topic;    // the words that are neither
};

// The side is told by a small classifier of its own, learnt from content/aspects and the golden questions; a
// table of cues tells which words speak of a side at all, and stands in where there is nothing to learn from.
// Built once; const afterwards.
class aspect_reader {
 public:
  aspect_reader(const content::snapshot& content, const reader& words, withheld kept_back = no_golden);

  // `asking`, where there is one, is the part of the words that asks: it counts beside the whole.
  aspect_found read(const utterance& spoken, const utterance* asking = nullptr) const;

 private:
  const struct aspect_cue* strongest_cue(const utterance& spoken, std::vector<bool>& cued) const;
  struct side {
    content::aspect about;
    bool sure;
  };
  side learnt(const utterance& spoken, const utterance* asking, const struct aspect_cue* best) const;

  cue_finder cues_;                  // in the order of aspect_cues
  std::optional<classifier> sides_;  // a label an aspect, in the order of content::all_aspects
};

}  // namespace motcua::intents
