#include "intents/learn/feature_space.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace motcua::intents {

void ngram_census::add(std::span<const ngram> document) {
  ++documents_;
  for (const auto& n : document) {
    const auto number = numbers_.number_of(n.key);
    if (number == counts_.size()) counts_.push_back({n.key, 0, documents_, 0});
    auto& c = counts_[number];
    if (c.last == documents_) continue;
    ++c.documents;
    c.last = documents_;
  }
}

feature_space::feature_space(const ngram_census& counted, std::uint32_t fewest) {
  std::vector<ngram_census::count> known;
  for (const auto& c : counted.counts_)
    if (c.documents >= fewest) known.push_back(c);
  std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) {
    const auto common = std::pair{std::bit_width(a.documents), std::bit_width(b.documents)};
    if (common.first != common.second) return common.first > common.second;
    return std::pair{a.first, a.key} < std::pair{b.first, b.key};
  });
  features_ = key_index{known.size()};
  for (const auto& k : known) {
    features_.number_of(k.key);
    idf_.push_back(static_cast<float>(1.0 + std::log((1.0 + counted.documents_) / (1.0 + k.documents))));
  }
}

void feature_space::weigh(std::span<const ngram> document, std::vector<term>& out) const {
  out.clear();
  std::array<float, ngram_families> squares{};
  std::array<std::size_t, ngram_families + 1> ends{};  // the families come one after the other
  for (const auto& n : document) features_.prefetch(n.key);
  for (const auto& n : document) {
    const auto feature = features_.find(n.key);
    if (feature == key_index::none) continue;
    const float idf = idf_[feature];
    out.push_back({feature, idf});
    squares[static_cast<std::size_t>(n.of)] += idf * idf;
    ends[static_cast<std::size_t>(n.of) + 1] = out.size();
  }
  const auto families =
      static_cast<float>(std::count_if(squares.begin(), squares.end(), [](float s) { return s > 0; }));
  std::size_t begin = 0;
  for (std::size_t f = 0; f < ngram_families; ++f) {
    const std::size_t end = std::max(ends[f + 1], begin);
    const float scale = squares[f] > 0 ? 1.0F / std::sqrt(squares[f] * families) : 0.0F;
    for (; begin < end; ++begin) out[begin].weight *= scale;
  }
}

}  // namespace motcua::intents
