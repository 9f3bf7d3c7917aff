// From a ranking to a confidence, and from confidences to a decision.
#pragma once

#include <array>
#include <vector>

#include "intents/learn/topic_model.hpp"
#include "intents/match/topics.hpp"

namespace motcua::intents {

inline constexpr double called_by_name = 0.9;  // of an entry that was called by its plain name

// `motcua evaluate --golden --fit` finds 0.72 on held-out folds of the golden set, for at most 5 % wrong
// answers and 5 % false ones. Citizens are harder to understand than that set, so a margin is kept above it.
inline constexpr double answer_at = 0.80;  // from here the first entry is answered
inline constexpr double talk_at = 0.70;    // small talk and the wish for a person, which harm nobody
inline constexpr double clarify_at =
    0.20;  // from here the citizen is asked which; below, it was not understood

// What a confidence is judged by.
struct signs {
  static constexpr std::size_t count = 5;
  std::array<double, count> of{};  // margin, lead, covered, known, log words
};

struct likely_entry {
  std::uint32_t label = 0;
  double confidence = 0;
};

// The entries of a ranking, likeliest first; the first's confidence is calibrated, the others share what it
// leaves by their scores. What is not ours takes its share unseen.
std::vector<likely_entry> likely_entries(const ranking& ranked, const topics& all, std::size_t words);

// The signs of a ranking's first entry, and the confidence they give: for fitting and for looking at.
signs signs_of_first(const ranking& ranked, const topics& all, std::size_t words);
double confidence_of(const signs& s);

}  // namespace motcua::intents
