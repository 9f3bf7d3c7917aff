// What speaks for a label beside the classifier: how near the nearest of its phrases is, and how much of what
// was said its words cover. Words and pairs of words, folded, weighed by how few labels use them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "intents/learn/classifier.hpp"
#include "intents/learn/key_index.hpp"
#include "intents/learn/ngrams.hpp"

namespace motcua::intents {

struct evidence {
  float nearest = 0;  // cosine of the nearest phrase, 0 to 1
  float covered = 0;  // share of the utterance's weight that the label's words have, 0 to 1
};

// Const and free of locks after construction.
class phrase_evidence {
 public:
  // The words of a description count, but it is no phrase to be near to.
  phrase_evidence(std::span<const labelled_text> texts, std::size_t labels);

  // What was said, weighed once for all labels.
  struct query {
    struct entry {
      std::uint32_t term;
      float weight;
    };
    std::vector<entry> terms;  // the known ones, by term
    float length = 0;          // of the vector of all terms, unknown ones too
    float total = 0;           // weight of the single words
    float known = 0;           // share of that which any label's words have
  };
  query weigh(std::span<const ngram> said) const;
  evidence of(const query& said, std::uint32_t label) const;

 private:
  struct use {  // of a term by a label
    std::uint32_t term;
    std::uint32_t begin;  // of its phrases, in holders_
  };
  struct label_terms {
    std::uint32_t begin;         // in uses_, sorted by term; the next label's is the end
    std::uint32_t first_phrase;  // in lengths_
  };

  void add_label(std::span<const labelled_text* const> texts);
  void weigh_terms(std::size_t labels);

  key_index vocabulary_;
  std::vector<bool> is_single_;         // by term: one word, not a pair
  std::vector<std::uint32_t> users_;    // by term: how many labels use it
  std::vector<float> weights_;          // by term
  std::vector<label_terms> labels_;     // one more at the end
  std::vector<use> uses_;               // one more at the end
  std::vector<std::uint16_t> holders_;  // phrases of a label, from 0
  std::vector<float> lengths_;          // of phrases
  float rarest_ = 1;
};

}  // namespace motcua::intents
