// From scores to a confidence, and from confidences to a decision.
#pragma once

#include <span>
#include <vector>

#include "intents/match/index.hpp"

namespace motcua::intents {

inline constexpr double called_by_name = 0.9;  // of an entry that was called by its plain name
inline constexpr double answer_at = 0.50;      // from here the first entry is answered
inline constexpr double smalltalk_at =
    0.75;  // small talk in place of an answer annoys more than a question back
inline constexpr double clarify_at =
    0.28;  // from here the citizen is asked which; below, it was not understood

// How sure the first of these is right, 0 to 1: logistic in its scores and its lead over the second. The
// numbers were fitted on 891 citizens' phrases, a fifth of them kept out of the index at a time, and 700
// questions of other fields (the development rows of MASSIVE 1.0, vi-VN).
double confidence_of_first(std::span<const scored> ranked);

// The first's confidence and, after it, what the others take of the rest by their scores.
std::vector<double> confidences(std::span<const scored> ranked);

}  // namespace motcua::intents
