// What a text is about: the classifier's margins, and for the likeliest labels the evidence of their phrases.
//
// Const and free of locks after construction; the same texts give the same model.
#pragma once

#include <span>
#include <vector>

#include "intents/learn/classifier.hpp"
#include "intents/learn/phrase_evidence.hpp"

namespace motcua::intents {

struct guess {
  std::uint32_t label = 0;
  float margin = 0;  // of the classifier
  evidence found;
  float score = 0;  // what the ranking is by
};

struct ranking {
  std::vector<guess> guesses;  // best first
  float known = 0;             // share of the utterance's weight that any label's words have
};

class topic_model {
 public:
  topic_model(std::span<const labelled_text> texts, std::size_t labels, const reader& read,
              const learning_options& options);

  // The `most` labels of the highest margins, reordered by their evidence.
  // `focus`, where there is one, is the part of the words that asks: it counts beside the whole.
  ranking rank(const utterance& words, std::size_t most, const utterance* focus = nullptr) const;

  std::size_t labels() const noexcept { return classifier_.labels(); }

 private:
  classifier classifier_;
  phrase_evidence evidence_;
};

}  // namespace motcua::intents
