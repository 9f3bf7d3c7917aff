#include "intents/learn/feature_space.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace motcua::intents {

ngram_census::slot& ngram_census::find(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].documents != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void ngram_census::grow() {
  std::vector<slot> before(slots_.size() * 2);
  before.swap(slots_);
  for (const auto& s : before)
    if (s.documents != 0) find(s.key) = s;
}

void ngram_census::add(std::span<const ngram> document) {
  ++documents_;
  for (const auto& n : document) {
    auto& s = find(n.key);
    if (s.last == documents_) continue;
    if (s.documents == 0) {
      s.key = n.key;
      s.first = documents_;
      ++used_;
    }
    ++s.documents;
    s.last = documents_;
    if (used_ * 2 > slots_.size()) grow();
  }
}

feature_space::feature_space(const ngram_census& counted, std::uint32_t fewest) {
  std::vector<ngram_census::slot> known;
  for (const auto& s : counted.slots_)
    if (s.documents > 0 && s.documents >= fewest) known.push_back(s);
  std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) {
    const auto common = std::pair{std::bit_width(a.documents), std::bit_width(b.documents)};
    if (common.first != common.second) return common.first > common.second;
    return std::pair{a.first, a.key} < std::pair{b.first, b.key};
  });
  slots_.resize(std::bit_ceil(known.size() * 2 + 2));
  for (const auto& k : known) {
    std::size_t at = k.key & (slots_.size() - 1);
    while (slots_[at].idf > 0) at = (at + 1) & (slots_.size() - 1);
    const double idf = 1.0 + std::log((1.0 + counted.documents_) / (1.0 + k.documents));
    slots_[at] = {k.key, static_cast<std::uint32_t>(size_++), static_cast<float>(idf)};
  }
}

const feature_space::slot* feature_space::find(std::uint64_t key) const noexcept {
  for (std::size_t at = key & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].idf == 0) return nullptr;
    if (slots_[at].key == key) return &slots_[at];
  }
}

void feature_space::weigh(std::span<const ngram> document, std::vector<term>& out) const {
  out.clear();
  std::array<float, ngram_families> squares{};
  std::array<std::size_t, ngram_families + 1> ends{};  // the families come one after the other
  for (const auto& n : document) __builtin_prefetch(&slots_[n.key & (slots_.size() - 1)]);
  for (const auto& n : document) {
    const auto* known = find(n.key);
    if (!known) continue;
    out.push_back({known->feature, known->idf});
    squares[static_cast<std::size_t>(n.of)] += known->idf * known->idf;
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
