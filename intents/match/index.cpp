#include "intents/match/index.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "intents/match/filler.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr double filler_share = 0.12;  // of its weight that a filler word keeps
constexpr double number_share = 0.4;
constexpr double pair_share = 0.8;      // of a pair of words against a word
constexpr double other_accents = 0.3;   // "thơ" beside "thờ": perhaps a slip, more likely another word
constexpr double unknown_share = 0.75;  // of the rarest known word's weight, for a word that no entry has

std::vector<word> features_of(const utterance& words) {
  std::vector<word> features{words.begin(), words.end()};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_filler(words[i].folded) && is_filler(words[i + 1].folded)) continue;
    features.push_back(
        {words[i].accented + ' ' + words[i + 1].accented, words[i].folded + ' ' + words[i + 1].folded});
  }
  return features;
}

bool is_number(const std::string& folded) {
  return folded.find_first_not_of("0123456789") == std::string::npos;
}

bool is_pair(const std::string& folded) {
  return folded.find(' ') != std::string::npos;
}

bool is_topical(const std::string& folded) {
  return !is_pair(folded) && !is_filler(folded) && !is_number(folded);
}

double share_of(const std::string& folded) {
  if (is_pair(folded)) return pair_share;
  if (is_number(folded)) return number_share;
  return is_filler(folded) ? filler_share : 1.0;
}

// Written bare on either side, the diacritics say nothing; written on both, they must agree.
double agreement(const word& asked, const std::vector<std::string>& forms) {
  if (asked.bare()) return 1.0;
  bool bare_only = true;
  for (const auto& form : forms) {
    if (form == asked.accented) return 1.0;
    bare_only = bare_only && form == asked.folded;
  }
  return bare_only ? 1.0 : other_accents;
}

}  // namespace

index::index(std::span<const content::entry> entries, const expander& lexicon) : entries_{entries.size()} {
  const auto read = [&](const std::string& text) { return read_utterance(clean(text), lexicon); };
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const auto& e = entries[i];
    add(i, read(e.title), 1.0F, true);
    add(i, read(spoken_id(e.id)), 1.0F, true);
    for (const auto& asked : e.asked_as) add(i, read(asked), 0.9F, true);
    if (const auto* p = e.as<content::procedure>()) add(i, read(p->official_name), 0.9F, true);
    if (e.kind() != content::entry_kind::smalltalk) add(i, read(e.summary), 0.5F, false);
  }
  weigh();
}

void index::add(std::uint32_t entry, const utterance& words, float weight, bool as_phrase) {
  const auto number = static_cast<std::uint32_t>(phrases_.size());
  if (as_phrase) phrases_.push_back({entry, 0});
  for (const auto& f : features_of(words)) {
    auto& t = terms_[f.folded];
    if (t.uses.empty() || t.uses.back().entry != entry) t.uses.push_back({entry, weight, {}});
    auto& u = t.uses.back();
    u.weight = std::max(u.weight, weight);
    if (std::find(u.forms.begin(), u.forms.end(), f.accented) == u.forms.end()) u.forms.push_back(f.accented);
    if (as_phrase && (t.postings.empty() || t.postings.back().phrase != number))
      t.postings.push_back({number, 1.0F});
  }
}

void index::weigh() {
  for (auto& [folded, t] : terms_) {
    t.idf =
        share_of(folded) * std::log(1.0 + static_cast<double>(entries_) / static_cast<double>(t.uses.size()));
    for (const auto& p : t.postings) phrases_[p.phrase].length += t.idf * t.idf;
  }
  for (auto& p : phrases_) p.length = std::sqrt(p.length);
}

std::vector<index::query_term> index::terms_of(const utterance& query, double& total) const {
  std::map<std::string, word> distinct;  // ordered: sums must come out the same every time
  for (auto& f : features_of(query)) distinct.emplace(f.folded, f);
  const double rarest = std::log(1.0 + static_cast<double>(entries_));
  std::vector<query_term> terms;
  total = 0;
  for (auto& [folded, written] : distinct) {
    const auto found = terms_.find(folded);
    if (found != terms_.end()) {
      terms.push_back({&found->second, written, found->second.idf});
      total += found->second.idf;
    } else if (!is_pair(folded)) {
      const double weight = share_of(folded) * unknown_share * rarest;
      terms.push_back({nullptr, written, weight});
      total += weight;
    }
  }
  return terms;
}

std::vector<scored> index::rank(const utterance& query, std::size_t most) const {
  double total = 0;
  const auto terms = terms_of(query, total);
  if (total <= 0) return {};
  std::vector<double> covered(entries_, 0);
  std::vector<double> topical(entries_, 0);
  double topics = 0;
  std::vector<double> dot(phrases_.size(), 0);
  std::vector<double> agreed(entries_, 0);
  double squares = 0;
  for (const auto& t : terms) {
    squares += t.weight * t.weight;
    const double topic = is_topical(t.written.folded) ? t.weight : 0;
    topics += topic;
    if (!t.known) continue;
    for (const auto& u : t.known->uses) {
      agreed[u.entry] = agreement(t.written, u.forms);
      covered[u.entry] += t.weight * agreed[u.entry] * static_cast<double>(u.weight);
      topical[u.entry] += topic * agreed[u.entry];
    }
    for (const auto& p : t.known->postings)
      dot[p.phrase] += t.weight * t.weight * agreed[phrases_[p.phrase].entry];
  }
  std::vector<scored> found(entries_);
  const double length = std::sqrt(squares);
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    if (phrases_[i].length <= 0) continue;
    auto& best = found[phrases_[i].entry].nearest;
    best = std::max(best, dot[i] / (length * phrases_[i].length));
  }
  for (std::size_t i = 0; i < entries_; ++i) {
    found[i].entry = i;
    found[i].covered = covered[i] / total;
    found[i].topical = topics > 0 ? topical[i] / topics : 0;
    found[i].score = 0.5 * found[i].nearest + 0.5 * found[i].covered;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const scored& a, const scored& b) { return a.score > b.score; });
  if (found.size() > most) found.resize(most);
  return found;
}

std::vector<std::string> index::vocabulary() const {
  std::vector<std::string> words;
  for (const auto& [folded, t] : terms_) {
    if (!is_pair(folded)) words.push_back(folded);
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace motcua::intents
