#include "intents/learn/linear_svm.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <thread>

#include "intents/learn/lanes.hpp"
#include "intents/learn/randomness.hpp"
#include "intents/learn/svm_block.hpp"

namespace motcua::intents {
namespace {

constexpr float largest_value = 32767;

}  // namespace

linear_svm::linear_svm(std::span<const example> examples, std::size_t labels, std::size_t features,
                       const svm_options& options) {
  const std::size_t count = (labels + lanes - 1) / lanes;
  const example_index nearby{examples, labels, features};
  bias_.resize(labels);
  scale_.resize(labels);
  std::vector<std::vector<kept_weight>> blocks(count);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    svm_block block{examples, labels, features};
    for (std::size_t b = next++; b < count; b = next++) {
      const auto first = static_cast<std::uint32_t>(b * lanes);
      block.train(first, nearby.of_block(first), options.passes);
      blocks[b] = block.kept();
      for (std::size_t k = 0; k < lanes && first + k < labels; ++k) bias_[first + k] = block.bias(k);
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned t = 1; t < std::min<std::size_t>(options.threads, count); ++t) others.emplace_back(work);
    work();
  }
  keep(blocks, features);
}

void linear_svm::keep(std::span<const std::vector<kept_weight>> blocks, std::size_t features) {
  rows_.assign(features + 1, 0);
  for (const auto& block : blocks) {
    for (const auto& w : block) {
      ++rows_[w.feature + 1];
      scale_[w.label] = std::max(scale_[w.label], std::abs(w.value) / largest_value);
    }
  }
  std::partial_sum(rows_.begin(), rows_.end(), rows_.begin());
  weights_.resize(rows_.back());
  auto at = rows_;
  for (const auto& block : blocks) {
    for (const auto& w : block) {
      const auto value = static_cast<std::int16_t>(std::lround(w.value / scale_[w.label]));
      weights_[at[w.feature]++] = {static_cast<std::uint16_t>(w.label), value};
    }
  }
}

void linear_svm::score(std::span<const term> of, std::vector<float>& margins) const {
  margins.assign(bias_.size(), 0);
  for (const auto& t : of) {
    for (std::uint32_t i = rows_[t.feature]; i < rows_[t.feature + 1]; ++i)
      margins[weights_[i].label] += t.weight * static_cast<float>(weights_[i].value);
  }
  for (std::size_t k = 0; k < bias_.size(); ++k) margins[k] = margins[k] * scale_[k] + bias_[k];
}

std::size_t linear_svm::bytes() const noexcept {
  return rows_.capacity() * sizeof(rows_[0]) + weights_.capacity() * sizeof(weights_[0]) +
         (scale_.capacity() + bias_.capacity()) * sizeof(float);
}

}  // namespace motcua::intents
