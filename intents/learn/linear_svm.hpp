// One-against-all linear classifiers with squared hinge loss, trained by dual coordinate descent (Hsieh et
// al. 2008, as liblinear's solver 1), a block of classes at a time so that one look at an example serves all
// of them.
//
// Deterministic: the same examples in the same order give the same weights, whatever the number of threads.
// Time and memory grow linearly with the examples: past `most_examples` a block learns from its own examples,
// those most like them, and a sample of the rest.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "intents/learn/feature_space.hpp"
#include "intents/learn/svm_block.hpp"

namespace motcua::intents {

struct svm_options {
  int passes = 6;
  unsigned threads = 2;
};

// Const and free of locks after construction. The weights of a
// rare feature are kept for the labels that use it, in sixteen bits.
class linear_svm {
 public:
  linear_svm(std::span<const example> examples, std::size_t labels, std::size_t features,
             const svm_options& options);

  std::size_t labels() const noexcept { return bias_.size(); }

  // One margin a label: above 0 it says yes, 1 is as sure as its examples are.
  void score(std::span<const term> of, std::vector<float>& margins) const;

 private:
  struct weight {
    std::uint16_t label;
    std::int16_t value;  // times the label's scale
  };
  struct row {
    std::uint32_t begin = 0;  // in wide_ or in weights_
    std::uint32_t count = 0;
    bool wide = false;
  };
  void keep(std::span<const std::vector<kept_weight>> blocks, std::size_t features);

  std::vector<row> rows_;           // by feature
  std::vector<std::int16_t> wide_;  // whole rows of features that most labels use, a weight a label
  std::vector<weight> weights_;     // single weights of the others
  std::vector<float> scale_;
  std::vector<float> bias_;
};

}  // namespace motcua::intents
