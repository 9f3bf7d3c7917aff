#include "intents/learn/svm_block.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "intents/learn/randomness.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t rare = 32;      // holders of a feature that still says what an example is about
constexpr float tiny = 1e-4F;         // a step too small to matter
constexpr float least_share = 0.03F;  // of the largest weight of its label: smaller ones only cost time

constexpr std::size_t always_affordable = 8'192;
constexpr std::size_t affordable_in_all = 320'000;  // about a second of work over all blocks

// 0 to count - 1, in the order in which their keys are drawn.
template <class KeyOf>
std::vector<std::uint32_t> drawn_order(std::size_t count, std::uint64_t salt, KeyOf key_of) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> drawn_at;
  drawn_at.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) drawn_at.emplace_back(drawn(key_of(i), salt), i);
  std::sort(drawn_at.begin(), drawn_at.end());
  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (const auto& [at, i] : drawn_at) order.push_back(i);
  return order;
}

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
  if (examples_.size() <= most_) {
    chosen.resize(examples_.size());
    std::iota(chosen.begin(), chosen.end(), 0U);
  } else {
    for (std::uint32_t i = 0; i < examples_.size(); ++i)
      if (examples_[i].label >= first && examples_[i].label < first + lanes) chosen.push_back(i);
    const auto room = most_ - std::min(most_, chosen.size());
    auto like = most_like(chosen, room / 2);
    chosen.insert(chosen.end(), like.begin(), like.end());
    auto rest = drawn_order(examples_.size(), first, [&](std::uint32_t i) { return examples_[i].key; });
    rest.resize(std::min(rest.size(), room / 2));
    chosen.insert(chosen.end(), rest.begin(), rest.end());
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  }
  return chosen;
}

svm_block::svm_block(std::span<const example> examples, std::size_t labels, std::size_t features)
    : examples_{examples}, labels_{labels}, number_of_(features) {}

// Numbers keep the order of the features, so that frequent ones stay together.
void svm_block::gather(std::span<const std::uint32_t> chosen) {
  constexpr std::uint32_t used = 1;
  std::fill(number_of_.begin(), number_of_.end(), 0);
  for (const auto i : chosen)
    for (const auto& t : examples_[i].of) number_of_[t.feature] = used;
  features_.clear();
  for (std::uint32_t f = 0; f < number_of_.size(); ++f) {
    if (number_of_[f] != used) continue;
    number_of_[f] = static_cast<std::uint32_t>(features_.size());
    features_.push_back(f);
  }
  own_.clear();
  terms_.clear();
  orders_.clear();
  gathered_.assign(chosen.begin(), chosen.end());
  for (const auto i : chosen) {
    const auto& e = examples_[i];
    const float softness = 0.5F / e.cost;
    float square = 1;  // the bias is a feature of weight 1 that every example has
    const auto begin = terms_.size();
    for (const auto& t : e.of) {
      terms_.push_back({number_of_[t.feature], t.weight});
      square += t.weight * t.weight;
    }
    own_.push_back({begin, terms_.size(), e.label, softness, square + softness, e.key, {}});
  }
}

// One coordinate step in each lane.
void svm_block::visit(own_example& x) {
  const auto of = std::span{terms_}.subspan(x.begin, x.end - x.begin);
  lane_values margin = bias_;
  add_rows(of, rows_, margin);
  lane_values step{};
  bool moves = false;
  for (std::size_t k = 0; k < used_; ++k) {
    const float side = x.label == first_ + k ? 1.0F : -1.0F;
    const float gradient = side * margin[k] - 1 + x.alpha[k] * x.softness;
    const float next = std::max(x.alpha[k] - gradient / x.curvature, 0.0F);
    step[k] = (next - x.alpha[k]) * side;
    moves = moves || std::abs(step[k]) > tiny;
    x.alpha[k] = next;
  }
  if (moves) {
    move_rows(of, step, rows_);
    for (std::size_t k = 0; k < lanes; ++k) bias_[k] += step[k];
  }
}

void svm_block::train(std::uint32_t first_label, std::span<const std::uint32_t> chosen, int passes) {
  first_ = first_label;
  used_ = std::min(lanes, labels_ - first_label);
  if (std::ranges::equal(chosen, gathered_)) {
    for (auto& x : own_) x.alpha = {};
  } else {
    gather(chosen);
  }
  rows_.assign(features_.size() * lanes, 0.0F);
  bias_.fill(-1);
  for (int pass = 0; pass < passes; ++pass)
    for (const auto i : order_of(pass)) visit(own_[i]);
}

// In a new order each time: the same one would converge much more slowly.
std::span<const std::uint32_t> svm_block::order_of(int pass) {
  const auto salt = static_cast<std::size_t>(pass);
  if (salt == orders_.size())
    orders_.push_back(drawn_order(own_.size(), salt, [&](std::uint32_t at) { return own_[at].key; }));
  return orders_[salt];
}

std::vector<kept_weight> svm_block::kept() const {
  lane_values largest{};
  for (std::size_t row = 0; row < rows_.size(); row += lanes)
    for (std::size_t k = 0; k < lanes; ++k) largest[k] = std::max(largest[k], std::abs(rows_[row + k]));
  std::vector<kept_weight> weights;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    for (std::size_t k = 0; k < lanes; ++k) {
      const float w = rows_[f * lanes + k];
      if (w != 0 && std::abs(w) >= least_share * largest[k])
        weights.push_back({features_[f], first_ + static_cast<std::uint32_t>(k), w});
    }
  }
  return weights;
}

}  // namespace motcua::intents
