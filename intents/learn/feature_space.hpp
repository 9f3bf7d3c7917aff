// Which n-grams are known, and how much each tells: an utterance as a sparse vector of unit length, by
// inverse document frequency, each family of n-grams having an equal say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "intents/learn/key_index.hpp"
#include "intents/learn/ngrams.hpp"

namespace motcua::intents {

struct term {
  std::uint32_t feature;
  float weight;
};

// Counts in how many documents each n-gram stands.
class ngram_census {
 public:
  void add(std::span<const ngram> document);

 private:
  friend class feature_space;
  struct count {
    std::uint64_t key = 0;
    std::uint32_t documents = 0;
    std::uint32_t first = 0;  // the documents that counted it first and last, from 1
    std::uint32_t last = 0;
  };

  key_index numbers_{1024};
  std::vector<count> counts_;
  std::uint32_t documents_ = 0;
};

// Const and free of locks after construction.
class feature_space {
 public:
  // Frequent n-grams get the low numbers and rare ones those next to their companions', so that an example's
  // weights lie close together in memory: training is several times faster for it.
  // N-grams of fewer than `fewest` documents stay unknown.
  feature_space(const ngram_census& counted, std::uint32_t fewest);

  std::size_t size() const noexcept { return idf_.size(); }

  // The known n-grams; one said twice stands twice. `out` is cleared first and keeps its memory.
  void weigh(std::span<const ngram> document, std::vector<term>& out) const;

 private:
  key_index features_;
  std::vector<float> idf_;
};

}  // namespace motcua::intents
