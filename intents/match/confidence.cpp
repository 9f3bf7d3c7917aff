#include "intents/match/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::intents {
namespace {

// Below it most of what was said is about something else, however like a phrase its question words are.
constexpr double least_topical = 0.35;

// A second this near the first, where no phrase decides ("sổ đỏ"), is for the citizen to choose.
constexpr double near_second = 0.88;
constexpr double decisive = 0.8;
constexpr double doubtful = 0.49;

}  // namespace

double confidence_of_first(std::span<const scored> ranked) {
  if (ranked.empty()) return 0;
  const double lead = ranked.size() > 1 ? ranked[0].score - ranked[1].score : ranked[0].score;
  const auto& first = ranked[0];
  const double x =
      -4.5 + 2.3 * first.score + 1.5 * lead + 0.2 * first.covered + 4.4 * first.nearest + 0.5 * first.topical;
  const double fitted = 1.0 / (1.0 + std::exp(-x));
  if (first.topical < least_topical) return fitted / 2;
  const bool close =
      ranked.size() > 1 && ranked[1].score > near_second * first.score && first.nearest < decisive;
  return close ? std::min(fitted, doubtful) : fitted;
}

std::vector<double> confidences(std::span<const scored> ranked) {
  std::vector<double> shares;
  if (ranked.empty()) return shares;
  const double first = confidence_of_first(ranked);
  double others = 0;
  for (std::size_t i = 1; i < ranked.size(); ++i) others += std::pow(ranked[i].score, 4);
  const double rest = std::min(1.0 - first, first);
  shares.push_back(first);
  for (std::size_t i = 1; i < ranked.size(); ++i) {
    shares.push_back(others > 0 ? rest * std::pow(ranked[i].score, 4) / others : 0);
  }
  return shares;
}

}  // namespace motcua::intents
