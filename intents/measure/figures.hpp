// What a labelled set says of a matcher. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace motcua::intents {

// One question, answered and judged.
struct judged {
  bool in_scope = true;  // false: nothing may be answered ("oos")
  bool first = false;    // the right label was the first
  bool among_three = false;
  double confidence = 0;  // 0 to 1, of the first
  std::string style;      // empty where the set names none
  double microseconds = 0;
};

struct hits {
  std::size_t rows = 0;  // in scope
  double top1 = 0;       // per cent
  double top3 = 0;
};

struct figures {
  hits all;
  std::map<std::string, hits> by_style;
  std::optional<double> auroc;          // in scope against out of scope, by confidence; none without both
  std::optional<double> fpr_at_95_tpr;  // per cent
  double p50_microseconds = 0;
  double p99_microseconds = 0;
};

figures figures_of(std::span<const judged> rows);

// A bin of a reliability diagram: how often the first was right where it was this sure.
struct reliability {
  double from = 0;  // confidence, to from + 0.1
  std::size_t rows = 0;
  double confidence = 0;  // mean, 0 to 1
  double right = 0;       // share
};
std::vector<reliability> reliability_of(std::span<const judged> rows);

}  // namespace motcua::intents
