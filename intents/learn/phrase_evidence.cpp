#include "intents/learn/phrase_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace motcua::intents {
namespace {

constexpr float pair_share = 0.7F;     // of a pair of words against a word
constexpr float unknown_share = 0.8F;  // of the rarest known word's weight, for one that no label has

}  // namespace

phrase_evidence::phrase_evidence(std::span<const labelled_text> texts, std::size_t labels) {
  std::vector<std::vector<const labelled_text*>> by_label(labels);
  for (const auto& t : texts) by_label[t.label].push_back(&t);
  for (const auto& own : by_label) add_label(own);
  labels_.push_back({static_cast<std::uint32_t>(uses_.size()), static_cast<std::uint32_t>(lengths_.size())});
  uses_.push_back({0, static_cast<std::uint32_t>(holders_.size())});
  weigh_terms(labels);
}

void phrase_evidence::add_label(std::span<const labelled_text* const> texts) {
  struct occurrence {
    std::uint32_t term;
    std::uint32_t phrase;
    auto operator<=>(const occurrence&) const = default;
  };
  constexpr std::uint32_t described = 0xFFFF;  // in no phrase; also a bound on a label's phrases
  labels_.push_back({static_cast<std::uint32_t>(uses_.size()), static_cast<std::uint32_t>(lengths_.size())});
  std::vector<occurrence> found;
  std::vector<ngram> grams;
  std::uint32_t phrases = 0;
  for (const auto* text : texts) {
    const bool asked = text->as_asked && phrases < described;
    const auto phrase = asked ? phrases++ : described;
    ngrams_of(text->words, grams);
    for (const auto& g : grams) {
      if (g.of != ngram_family::folded) continue;
      const auto term = vocabulary_.number_of(g.key);
      if (term == is_single_.size()) is_single_.push_back(g.single);
      if (asked || g.single) found.push_back({term, phrase});
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  users_.resize(is_single_.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == 0 || found[i].term != found[i - 1].term) {
      uses_.push_back({found[i].term, static_cast<std::uint32_t>(holders_.size())});
      ++users_[found[i].term];
    }
    if (found[i].phrase != described) holders_.push_back(static_cast<std::uint16_t>(found[i].phrase));
  }
  lengths_.resize(lengths_.size() + phrases);
}

void phrase_evidence::weigh_terms(std::size_t labels) {
  rarest_ = std::log(1.0F + static_cast<float>(labels));
  weights_.resize(users_.size());
  for (std::size_t t = 0; t < users_.size(); ++t) {
    const float idf =
        std::log(1.0F + static_cast<float>(labels) / static_cast<float>(std::max(users_[t], 1U)));
    weights_[t] = (is_single_[t] ? 1.0F : pair_share) * idf;
  }
  for (std::size_t label = 0; label < labels; ++label) {
    for (auto u = labels_[label].begin; u < labels_[label + 1].begin; ++u)
      for (auto h = uses_[u].begin; h < uses_[u + 1].begin; ++h)
        lengths_[labels_[label].first_phrase + holders_[h]] +=
            weights_[uses_[u].term] * weights_[uses_[u].term];
  }
  for (auto& length : lengths_) length = std::sqrt(length);
}

phrase_evidence::query phrase_evidence::weigh(std::span<const ngram> grams) const {
  query said;
  float squares = 0;
  float known = 0;
  for (const auto& g : grams) {
    if (g.of != ngram_family::folded) continue;
    const auto term = vocabulary_.find(g.key);
    if (term != key_index::none) {
      said.terms.push_back({term, weights_[term]});
      if (g.single) known += weights_[term];
    } else if (g.single) {
      squares += unknown_share * rarest_ * unknown_share * rarest_;
      said.total += unknown_share * rarest_;
    }
  }
  std::sort(said.terms.begin(), said.terms.end(),
            [](const auto& a, const auto& b) { return a.term < b.term; });
  const auto same = [](const auto& a, const auto& b) { return a.term == b.term; };
  said.terms.erase(std::unique(said.terms.begin(), said.terms.end(), same), said.terms.end());
  for (const auto& t : said.terms) squares += t.weight * t.weight;
  said.total += known;
  said.known = said.total > 0 ? known / said.total : 0;
  said.length = std::sqrt(squares);
  return said;
}

evidence phrase_evidence::of(const query& said, std::uint32_t label) const {
  evidence found;
  if (said.length <= 0) return found;
  const auto first = labels_[label].first_phrase;
  std::vector<float> dots(labels_[label + 1].first_phrase - first, 0.0F);
  float covered = 0;
  auto from = uses_.begin() + labels_[label].begin;
  const auto end = uses_.begin() + labels_[label + 1].begin;
  for (const auto& t : said.terms) {  // ascending, as the uses are
    from =
        std::lower_bound(from, end, t.term, [](const use& u, std::uint32_t term) { return u.term < term; });
    if (from == end) break;
    if (from->term != t.term) continue;
    for (auto h = from->begin; h < std::next(from)->begin; ++h) dots[holders_[h]] += t.weight * t.weight;
    if (is_single_[t.term]) covered += t.weight;
  }
  for (std::size_t p = 0; p < dots.size(); ++p)
    if (lengths_[first + p] > 0)
      found.nearest = std::max(found.nearest, dots[p] / (lengths_[first + p] * said.length));
  found.covered = said.total > 0 ? covered / said.total : 0;
  return found;
}

}  // namespace motcua::intents
