#include "intents/learn/linear_svm.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

#include "intents/learn/lanes.hpp"
#include "intents/learn/on_threads.hpp"
#include "intents/learn/randomness.hpp"
#include "intents/learn/svm_block.hpp"

namespace motcua::intents {
namespace {

constexpr float largest_value = 32767;
constexpr std::size_t wide_from = 4;  // a feature that every fourth label uses is kept as a whole row

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
  on_threads(options.threads, count, work);
  keep(blocks, features);
}

void linear_svm::keep(std::span<const std::vector<kept_weight>> blocks, std::size_t features) {
  rows_.resize(features);
  for (const auto& block : blocks)
    for (const auto& w : block)
      scale_[w.label] = std::max(scale_[w.label], std::abs(w.value) / largest_value);
  for (const auto& block : blocks)
    for (const auto& w : block) ++rows_[w.feature].count;
  std::uint32_t narrow = 0;
  std::uint32_t wide = 0;
  for (auto& r : rows_) {
    r.wide = r.count * wide_from >= bias_.size();
    r.begin = r.wide ? wide : narrow;
    (r.wide ? wide : narrow) += r.wide ? static_cast<std::uint32_t>(bias_.size()) : r.count;
    r.count = 0;
  }
  wide_.resize(wide);
  weights_.resize(narrow);
  for (const auto& block : blocks) {
    for (const auto& w : block) {
      auto& r = rows_[w.feature];
      const auto value = static_cast<std::int16_t>(std::lround(w.value / scale_[w.label]));
      if (r.wide) {
        wide_[r.begin + w.label] = value;
        continue;
      }
      weights_[r.begin + r.count++] = {static_cast<std::uint16_t>(w.label), value};
    }
  }
}

void linear_svm::score(std::span<const term> of, std::vector<float>& margins) const {
  margins.assign(bias_.size(), 0);
  for (const auto& t : of) {
    const auto& r = rows_[t.feature];
    if (r.wide)
      __builtin_prefetch(&wide_[r.begin]);
    else
      __builtin_prefetch(&weights_[r.begin]);
  }
  for (const auto& t : of) {
    const auto& r = rows_[t.feature];
    if (r.wide) {
      add_row(t.weight, &wide_[r.begin], margins);
      continue;
    }
    for (std::uint32_t i = r.begin; i < r.begin + r.count; ++i)
      margins[weights_[i].label] += t.weight * static_cast<float>(weights_[i].value);
  }
  for (std::size_t k = 0; k < bias_.size(); ++k) margins[k] = margins[k] * scale_[k] + bias_[k];
}

}  // namespace motcua::intents
