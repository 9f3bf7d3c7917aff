#include "intents/learn/tuning.hpp"

#include <algorithm>
#include <array>

#include "intents/learn/randomness.hpp"
#include "intents/learn/slips.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t folds = 3;
constexpr std::size_t most_texts = 6000;
constexpr std::array costs{0.3F, 1.0F, 3.0F};

// Right answers on the texts held out, as they are and with slips.
std::size_t right_on(const classifier& made, std::span<const labelled_text* const> held, const reader& read) {
  std::size_t right = 0;
  std::vector<float> margins;
  std::vector<ngram> grams;
  const auto asks = [&](const utterance& words, std::uint32_t label) {
    ngrams_of(words, grams);
    made.score(grams, margins);
    const auto first = std::max_element(margins.begin(), margins.end()) - margins.begin();
    return static_cast<std::uint32_t>(first) == label;
  };
  for (const auto* t : held) {
    right += asks(t->words, t->label);
    right += asks(read.read_normalised(with_slips(t->text, folds + 97)), t->label);
  }
  return right;
}

}  // namespace

learning_options tuned(std::span<const labelled_text> texts, std::size_t labels, const reader& read) {
  std::vector<const labelled_text*> order;
  for (const auto& t : texts) order.push_back(&t);
  dice by{texts.size()};
  shuffle(order, by);
  if (order.size() > most_texts) order.resize(most_texts);
  learning_options best;
  std::size_t most_right = 0;
  for (const float cost : costs) {
    learning_options options;
    options.cost = cost;
    options.slips = 1;
    std::size_t right = 0;
    for (std::size_t f = 0; f < folds; ++f) {
      std::vector<labelled_text> learnt;
      std::vector<const labelled_text*> held;
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (i % folds == f)
          held.push_back(order[i]);
        else
          learnt.push_back(*order[i]);
      }
      right += right_on(classifier{learnt, labels, read, options}, held, read);
    }
    if (right <= most_right) continue;
    most_right = right;
    best = options;
  }
  return best;
}

}  // namespace motcua::intents
