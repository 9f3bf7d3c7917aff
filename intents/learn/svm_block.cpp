#include "intents/learn/svm_block.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "intents/learn/randomness.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t rare = 32;  // holders of a feature that still says what an example is about
constexpr float tiny = 1e-4F;     // a step too small to matter

constexpr std::size_t always_affordable = 16'384;
constexpr std::size_t affordable_in_all = 250'000;  // about a second of work over all blocks

}  // namespace

std::size_t most_examples(std::size_t labels) noexcept {
  return std::max(always_affordable, affordable_in_all / ((labels + lanes - 1) / lanes));
}

example_index::example_index(std::span<const example> examples, std::size_t labels, std::size_t features)
    : examples_{examples}, most_{most_examples(labels)} {
  if (examples.size() <= most_) return;
  begins_.assign(features + 1, 0);
  for (const auto& e : examples)
    for (const auto& t : e.of) ++begins_[t.feature + 1];
  for (std::size_t f = 1; f <= features; ++f)
    if (begins_[f] > rare) begins_[f] = 0;
  std::vector<bool> is_rare(features);
  for (std::size_t f = 0; f < features; ++f) is_rare[f] = begins_[f + 1] > 0;
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  holders_.resize(begins_.back());
  auto at = begins_;
  for (std::uint32_t i = 0; i < examples.size(); ++i)
    for (const auto& t : examples[i].of)
      if (is_rare[t.feature]) holders_[at[t.feature]++] = i;
}

std::vector<std::uint32_t> example_index::most_like(std::span<const std::uint32_t> own,
                                                    std::size_t most) const {
  std::vector<float> likeness(examples_.size(), 0);
  std::vector<std::uint32_t> met;
  for (const auto i : own) {
    for (const auto& t : examples_[i].of) {
      for (auto h = begins_[t.feature]; h < begins_[t.feature + 1]; ++h) {
        if (likeness[holders_[h]] == 0) met.push_back(holders_[h]);
        likeness[holders_[h]] += t.weight;
      }
    }
  }
  for (const auto i : own) likeness[i] = 0;
  std::erase_if(met, [&](std::uint32_t i) { return likeness[i] == 0; });
  std::sort(met.begin(), met.end(), [&](std::uint32_t a, std::uint32_t b) {
    return likeness[a] != likeness[b] ? likeness[a] > likeness[b] : a < b;
  });
  if (met.size() > most) met.resize(most);
  return met;
}

std::vector<std::uint32_t> example_index::of_block(std::uint32_t first) const {
  std::vector<std::uint32_t> chosen;
  dice by{first};
  if (examples_.size() <= most_) {
    chosen.resize(examples_.size());
    std::iota(chosen.begin(), chosen.end(), 0U);
  } else {
    for (std::uint32_t i = 0; i < examples_.size(); ++i)
      if (examples_[i].label >= first && examples_[i].label < first + lanes) chosen.push_back(i);
    const auto room = most_ - std::min(most_, chosen.size());
    auto like = most_like(chosen, room / 2);
    chosen.insert(chosen.end(), like.begin(), like.end());
    for (std::size_t n = 0; n < room / 2; ++n)
      chosen.push_back(static_cast<std::uint32_t>(by.below(examples_.size())));
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  }
  shuffle(chosen, by);
  return chosen;
}

svm_block::svm_block(std::span<const example> examples, std::size_t labels, std::size_t features)
    : examples_{examples}, labels_{labels}, rows_(features * lanes) {}

// One coordinate step in each lane. The bias is a feature of weight 1 that every example has.
void svm_block::visit(std::size_t i) {
  const auto& x = examples_[chosen_[i]];
  auto& alpha = alpha_[i];
  lane_values margin = bias_;
  add_rows(x.of, rows_, margin);
  float square = 1;
  for (const auto& t : x.of) square += t.weight * t.weight;
  const float softness = 0.5F / x.cost;
  const float curvature = square + softness;
  lane_values step{};
  bool moves = false;
  for (std::size_t k = 0; k < used_; ++k) {
    const float side = x.label == first_ + k ? 1.0F : -1.0F;
    const float gradient = side * margin[k] - 1 + alpha[k] * softness;
    const float next = std::max(alpha[k] - gradient / curvature, 0.0F);
    step[k] = (next - alpha[k]) * side;
    moves = moves || std::abs(step[k]) > tiny;
    alpha[k] = next;
  }
  if (moves) {
    move_rows(x.of, step, rows_);
    for (std::size_t k = 0; k < lanes; ++k) bias_[k] += step[k];
  }
}

void svm_block::train(std::uint32_t first_label, std::vector<std::uint32_t> chosen, int passes) {
  first_ = first_label;
  used_ = std::min(lanes, labels_ - first_label);
  chosen_ = std::move(chosen);
  std::fill(rows_.begin(), rows_.end(), 0.0F);
  alpha_.assign(chosen_.size(), lane_values{});
  bias_.fill(-1);
  std::vector<std::uint32_t> order(chosen_.size());
  std::iota(order.begin(), order.end(), 0U);
  dice by{first_label};
  for (int pass = 0; pass < passes; ++pass) {
    shuffle(order, by);  // in a new order each time: the same one would converge much more slowly
    for (const auto i : order) visit(i);
  }
}

std::vector<kept_weight> svm_block::kept() const {
  std::vector<kept_weight> weights;
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    if (rows_[at] == 0) continue;
    weights.push_back(
        {static_cast<std::uint32_t>(at / lanes), first_ + static_cast<std::uint32_t>(at % lanes), rows_[at]});
  }
  return weights;
}

}  // namespace motcua::intents
