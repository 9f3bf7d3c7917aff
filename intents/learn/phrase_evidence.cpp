#include "intents/learn/phrase_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace motcua::intents {
namespace {

constexpr float pair_share = 0.7F;     // of a pair of words against a word
constexpr float unknown_share = 0.8F;  // of the rarest known word's weight, for one that no label has

}  // namespace

phrase_evidence::phrase_evidence(std::span<const labelled_text> texts, std::size_t labels)
    : label_words_(labels) {
  std::vector<std::uint32_t> users;  // labels that use a term
  std::vector<std::uint32_t> last_user;
  std::vector<std::vector<const labelled_text*>> by_label(labels);
  for (const auto& t : texts) by_label[t.label].push_back(&t);
  std::vector<ngram> grams;
  for (std::uint32_t label = 0; label < labels; ++label) {
    first_phrase_.push_back(static_cast<std::uint32_t>(phrases_.size()));
    auto& own = label_words_[label];
    for (const auto* p : by_label[label]) {
      const auto begin = static_cast<std::uint32_t>(terms_.size());
      ngrams_of(p->words, grams);
      for (const auto& g : grams) {
        if (g.of != ngram_family::folded) continue;
        const auto term = vocabulary_.number_of(g.key);
        if (term == users.size()) {
          users.push_back(0);
          last_user.push_back(0);
          is_single_.push_back(g.single);
        }
        if (last_user[term] != label + 1) {
          last_user[term] = label + 1;
          ++users[term];
          if (g.single) own.push_back(term);
        }
        if (p->as_asked) terms_.push_back(term);
      }
      if (!p->as_asked) continue;
      std::sort(terms_.begin() + begin, terms_.end());
      terms_.erase(std::unique(terms_.begin() + begin, terms_.end()), terms_.end());
      phrases_.push_back({begin, static_cast<std::uint32_t>(terms_.size()), 0});
    }
    std::sort(own.begin(), own.end());
  }
  first_phrase_.push_back(static_cast<std::uint32_t>(phrases_.size()));
  rarest_ = std::log(1.0F + static_cast<float>(labels));
  weights_.resize(users.size());
  for (std::size_t t = 0; t < users.size(); ++t) {
    const float idf = std::log(1.0F + static_cast<float>(labels) / static_cast<float>(users[t]));
    weights_[t] = (is_single_[t] ? 1.0F : pair_share) * idf;
  }
  for (auto& p : phrases_) {
    for (auto t = p.begin; t < p.end; ++t) p.length += weights_[terms_[t]] * weights_[terms_[t]];
    p.length = std::sqrt(p.length);
  }
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
  said.has.assign(weights_.size(), false);
  for (const auto& t : said.terms) {
    said.has[t.term] = true;
    squares += t.weight * t.weight;
  }
  said.total += known;
  said.known = said.total > 0 ? known / said.total : 0;
  said.length = std::sqrt(squares);
  return said;
}

evidence phrase_evidence::of(const query& said, std::uint32_t label) const {
  evidence found;
  if (said.length <= 0) return found;
  for (auto p = first_phrase_[label]; p < first_phrase_[label + 1]; ++p) {
    const auto& one = phrases_[p];
    float dot = 0;
    for (auto t = one.begin; t < one.end; ++t)
      if (said.has[terms_[t]]) dot += weights_[terms_[t]] * weights_[terms_[t]];
    if (one.length > 0) found.nearest = std::max(found.nearest, dot / (one.length * said.length));
  }
  float covered = 0;
  const auto& own = label_words_[label];
  for (const auto& t : said.terms)
    if (is_single_[t.term] && std::binary_search(own.begin(), own.end(), t.term)) covered += t.weight;
  found.covered = said.total > 0 ? covered / said.total : 0;
  return found;
}

}  // namespace motcua::intents
