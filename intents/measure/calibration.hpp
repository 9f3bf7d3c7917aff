// How the constants of match/confidence.cpp are found: a logistic regression on the golden set, and the
// threshold of an outright answer, each judged on rows that the regression has not seen.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "intents/match/confidence.hpp"
#include "intents/match/matcher.hpp"

namespace motcua::intents {

struct calibration {
  double intercept = 0;
  std::array<double, signs::count> weights{};
  double answer_at = 0;       // the lowest threshold that keeps both rates below on held-out rows
  double answered_wrong = 0;  // share of rows in scope, at that threshold
  double false_answers = 0;   // share of rows outside
  double log_loss = 0;        // mean, on held-out rows
};

// Each question is judged by a matcher from which it was withheld, and by constants fitted without it. The
// same content gives the same figures.
calibration calibrated(const std::shared_ptr<const content::snapshot>& content);

}  // namespace motcua::intents
