// Any labelled set against our matcher: trains on one half, tests on the other, so that it can be compared
// with any other engine.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/lexicon.hpp"
#include "intents/learn/classifier.hpp"
#include "intents/measure/figures.hpp"

namespace motcua::intents {

inline constexpr std::string_view out_of_scope = "oos";  // the label of test rows that nothing may answer

struct labelled_row {
  std::string text;
  std::string label;
  std::string style;
};

struct measured_set {
  figures found;
  learning_options chosen;  // by cross-validation on the training rows
  double train_seconds = 0;
  double tuning_seconds = 0;
};

measured_set measure_labelled_set(const std::vector<labelled_row>& train,
                                  const std::vector<labelled_row>& test, const content::lexicon& words);

}  // namespace motcua::intents
