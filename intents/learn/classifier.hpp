// What a text is about, learnt from labelled phrases: the phrases as they are and with slips, as n-grams, to
// a linear classifier a label.
//
// Const and free of locks after construction; the same phrases give the same classifier. Training uses up to
// two threads and takes about two seconds for 6,000 phrases of 300 labels.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "intents/learn/feature_space.hpp"
#include "intents/learn/linear_svm.hpp"
#include "intents/text/reader.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

struct lesson {  // a text to learn from, read
  utterance words;
  std::uint32_t label = 0;
  float cost = 1;
};

struct labelled_text {
  std::string text;  // normalised
  utterance words;   // the text read
  std::uint32_t label = 0;
  float cost = 1;        // of getting it wrong; a text that only describes the label costs less than a phrase
  bool as_asked = true;  // how people ask: learnt with slips too
};

struct learning_options {
  float cost = 1;       // of an error against the simplicity of the weights: liblinear's C
  double slips = 0.34;  // mangled copies a phrase
  bool letters = true;  // else by words alone
  int passes = 6;
  unsigned threads = 2;
};

class classifier {
 public:
  // `read` is asked for the texts with slips.
  classifier(std::span<const labelled_text> texts, std::size_t labels, const reader& read,
             const learning_options& options);

  // One margin a label, see linear_svm::score.
  void score(std::span<const ngram> said, std::vector<float>& margins) const;

  std::size_t labels() const noexcept { return svm_.labels(); }

 private:
  classifier(std::span<const lesson> lessons, std::size_t labels, const learning_options& options);

  bool letters_;
  feature_space space_;
  linear_svm svm_;
};

}  // namespace motcua::intents
