#include "intents/learn/topic_model.hpp"

#include <algorithm>
#include <numeric>

namespace motcua::intents {
namespace {

// Beside a margin of about -1 to 1: chosen by cross-validation on the golden set (see RESULTS.md).
constexpr float nearest_weight = 0.5F;
constexpr float covered_weight = 0.5F;
constexpr float focus_weight = 0.3F;

}  // namespace

topic_model::topic_model(std::span<const labelled_text> texts, std::size_t labels, const reader& read,
                         const learning_options& options)
    : classifier_{texts, labels, read, options}, evidence_{texts, labels} {}

ranking topic_model::rank(const utterance& words, std::size_t most, const utterance* focus) const {
  ranking out;
  std::vector<float> margins;
  std::vector<ngram> grams;
  ngrams_of(words, grams);
  const auto said = evidence_.weigh(grams);
  classifier_.score(grams, margins);
  if (focus) {
    std::vector<float> of_focus;
    ngrams_of(*focus, grams);
    classifier_.score(grams, of_focus);
    for (std::size_t k = 0; k < margins.size(); ++k)
      margins[k] = (margins[k] + focus_weight * of_focus[k]) / (1 + focus_weight);
  }
  std::vector<std::uint32_t> order(margins.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto count = std::min(most, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return margins[a] != margins[b] ? margins[a] > margins[b] : a < b;
                    });
  out.known = said.known;
  for (std::size_t i = 0; i < count; ++i) {
    guess g{order[i], margins[order[i]], evidence_.of(said, order[i]), 0};
    g.score = g.margin + nearest_weight * g.found.nearest + covered_weight * g.found.covered;
    out.guesses.push_back(g);
  }
  std::stable_sort(out.guesses.begin(), out.guesses.end(),
                   [](const guess& a, const guess& b) { return a.score > b.score; });
  return out;
}

}  // namespace motcua::intents
