#include "intents/match/belonging.hpp"

#include <algorithm>
#include <cmath>

#include "intents/match/model.hpp"

namespace motcua::intents {
namespace {

// Logistic regression on conversations and on questions about something else (`motcua evaluate --golden
// --fit`).
constexpr double intercept = 1.20;
constexpr std::array<double, belonging_signs::count> weights{2.52, 7.57, -1.42, 1.71, -5.81, -0.26, 1.62};

constexpr double least_covered = 0.15;  // of what belongs, unless a circumstance is told
constexpr std::size_t most_words = 30;
constexpr std::size_t most_named = 10;
constexpr double no_margin = -2;  // of a label that is not there

}  // namespace

double belonging_of(const belonging_signs& s) {
  const auto covered = s.of[1];
  const auto circumstance = s.of.back();
  if (covered < least_covered && circumstance == 0) return 0;
  double x = intercept;
  for (std::size_t i = 0; i < belonging_signs::count; ++i) x += weights[i] * s.of[i];
  return 1.0 / (1.0 + std::exp(-x));
}

belonging_signs matcher::model::bearing_on(const message& m, const content::entry_id& held) const {
  const auto ranked = rank(m.from, m.whole, all.labels());
  double own_margin = no_margin;
  double own_covered = 0;
  double outside_margin = no_margin;
  double nearest_other = 0;
  for (const auto& g : ranked.guesses) {
    if (g.label == all.side_alone) continue;
    const auto entry = all.entry_of[g.label];
    if (entry && id_of(g.label) == held) {
      own_margin = g.margin;
      own_covered = g.found.covered;
      continue;
    }
    nearest_other = std::max<double>(nearest_other, g.found.nearest);
    if (!entry) outside_margin = std::max<double>(outside_margin, g.margin);
  }
  const auto named = aspects.read(m.question ? *m.question : m.whole).topic.size();
  return {{own_margin, own_covered, outside_margin, nearest_other,
           static_cast<double>(std::min(m.whole.size(), most_words)) / 10,
           static_cast<double>(std::min(named, most_named)) / 5, 0}};
}

}  // namespace motcua::intents
