#include "intents/match/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::intents {
namespace {

// Logistic regression on the golden set (`motcua evaluate --golden --fit`).
constexpr double intercept = -3.59;
constexpr std::array<double, signs::count> weights{3.82, 2.14, 4.62, -2.41, 1.69};

constexpr float no_rival = -2;  // the score of a second that is not there
constexpr float sharpness = 6;  // of the others' shares

bool is_entry(const guess& g, const topics& all) {
  return all.entry_of[g.label].has_value();
}

}  // namespace

signs signs_of_first(const ranking& ranked, const topics& all, std::size_t words) {
  const auto& guesses = ranked.guesses;
  const auto first =
      std::find_if(guesses.begin(), guesses.end(), [&](const guess& g) { return is_entry(g, all); });
  if (first == guesses.end()) return {{no_rival, no_rival, 0, ranked.known, 0}};
  float rival = no_rival;
  for (auto g = guesses.begin(); g != guesses.end(); ++g)
    if (g != first) rival = std::max(rival, g->score);
  return {{first->margin, first->score - rival, first->found.covered, ranked.known,
           std::log(1.0 + static_cast<double>(words))}};
}

double confidence_of(const signs& s) {
  double x = intercept;
  for (std::size_t i = 0; i < signs::count; ++i) x += weights[i] * s.of[i];
  return 1.0 / (1.0 + std::exp(-x));
}

std::vector<likely_entry> likely_entries(const ranking& ranked, const topics& all, std::size_t words) {
  std::vector<likely_entry> entries;
  const double first = confidence_of(signs_of_first(ranked, all, words));
  double others = 0;
  for (const auto& g : ranked.guesses) {
    if (!is_entry(g, all)) continue;
    const double share = entries.empty() ? first : std::exp(sharpness * g.score);
    if (!entries.empty()) others += share;
    entries.push_back({g.label, share});
  }
  const double rest = std::min(1 - first, first);
  for (std::size_t i = 1; i < entries.size(); ++i) entries[i].confidence *= rest / others;
  return entries;
}

}  // namespace motcua::intents
