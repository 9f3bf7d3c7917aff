// How the constants of match/belonging.cpp are found: a logistic regression on the turns of the golden
// dialogues that are about the matter in hand, against golden questions that come after another matter.
#pragma once

#include <array>
#include <memory>

#include "content/knowledge/snapshot.hpp"
#include "intents/match/belonging.hpp"

namespace motcua::intents {

struct belonging_calibration {
  double intercept = 0;
  std::array<double, belonging_signs::count> weights{};
  double from = 0;      // the lowest threshold at which few enough of the others are drawn in
  double kept = 0;      // share of the turns about the matter in hand, at that threshold
  double drawn_in = 0;  // share of the others
};

// Only of what could be either (may_belong). Each is judged by constants fitted without it, and each golden
// question by a matcher from which it was withheld. The same content gives the same figures.
belonging_calibration calibrated_belonging(const std::shared_ptr<const content::snapshot>& content);

}  // namespace motcua::intents
