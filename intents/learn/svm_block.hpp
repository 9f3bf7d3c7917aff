// Thirty-two one-against-all classifiers trained together, and the choice of the examples they learn from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "intents/learn/feature_space.hpp"
#include "intents/learn/lanes.hpp"

namespace motcua::intents {

struct example {
  std::vector<term> of;  // each feature once
  std::uint32_t label = 0;
  float cost = 1;         // of a mistake on it
  std::uint64_t key = 0;  // of what it says: orders are drawn by it, not by its place among the others
};

struct kept_weight {
  std::uint32_t feature;
  std::uint32_t label;
  float value;
};

// How many examples a block may learn from. Past that it takes its own, those most like them, and a sample of
// the rest, so that training grows with the number of examples and not with its square.
std::size_t most_examples(std::size_t labels) noexcept;

// Examples by the rare features they share. Const after construction.
class example_index {
 public:
  example_index(std::span<const example> examples, std::size_t labels, std::size_t features);

  // The examples that the block of labels beginning at `first` learns from. What one more example changes of
  // it is little.
  std::vector<std::uint32_t> of_block(std::uint32_t first) const;

 private:
  std::vector<std::uint32_t> most_like(std::span<const std::uint32_t> own, std::size_t most) const;

  std::span<const example> examples_;
  std::size_t most_;
  std::vector<std::uint32_t> begins_;  // by feature
  std::vector<std::uint32_t> holders_;
};

// Learns from a copy of its examples with features numbered anew, so that the weights it moves lie close
// together however many features there are in all.
//
// Not for use by two threads at once; reused from block to block to keep its memory.
class svm_block {
 public:
  svm_block(std::span<const example> examples, std::size_t labels, std::size_t features);

  void train(std::uint32_t first_label, std::span<const std::uint32_t> chosen, int passes);

  std::vector<kept_weight> kept() const;  // those that matter, by feature
  float bias(std::size_t lane) const { return bias_[lane]; }

 private:
  struct own_example {
    std::size_t begin;  // in terms_
    std::size_t end;
    std::uint32_t label;
    float softness;
    float curvature;
    std::uint64_t key;
    lane_values alpha{};
  };

  void gather(std::span<const std::uint32_t> chosen);
  void visit(own_example& x);
  std::span<const std::uint32_t> order_of(int pass);

  std::span<const example> examples_;
  std::size_t labels_;
  std::uint32_t first_ = 0;
  std::size_t used_ = lanes;              // the last block may have fewer labels
  std::vector<std::uint32_t> number_of_;  // of a feature in this block
  std::vector<std::uint32_t> features_;   // by that number, ascending
  std::vector<std::uint32_t> gathered_;   // the block before may have had the same examples
  std::vector<own_example> own_;
  std::vector<std::vector<std::uint32_t>> orders_;  // of own_, by pass
  std::vector<term> terms_;
  std::vector<float> rows_;  // feature by lane
  lane_values bias_{};
};

}  // namespace motcua::intents
