#include "intents/text/spelling.hpp"

#include <algorithm>
#include <cmath>

#include "intents/text/codepoints.hpp"
#include "intents/text/keyboard.hpp"
#include "intents/text/normalise.hpp"
#include "intents/text/syllables.hpp"

namespace motcua::intents {
namespace {

constexpr std::uint32_t seen_enough = 3;  // a word this common in our content is no slip of its author's
constexpr std::size_t shortest_slip = 4;  // shorter words lie one slip from too many others
constexpr std::size_t longest_slip = 9;   // "nghiêngg"; longer ones are words run together
constexpr std::size_t shortest_piece = 2;
constexpr std::size_t shortest_run = 5;  // letters of two words run together
constexpr std::size_t longest_run = 21;
constexpr double pair_weight = 3;  // of a pair seen before against a common word

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Both differ by one lost, added, changed or swapped letter.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto i = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

std::vector<std::string> with_one_lost(const std::string& folded) {
  std::vector<std::string> forms{folded};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    auto lost = folded;
    lost.erase(i, 1);
    if (std::find(forms.begin(), forms.end(), lost) == forms.end()) forms.push_back(std::move(lost));
  }
  return forms;
}

// A piece of a word by its letters: the folded form has one byte a letter.
word piece_of(const std::u32string& accented, const std::string& folded, std::size_t at, std::size_t length) {
  return {encode(std::u32string_view{accented}.substr(at, length)), folded.substr(at, length)};
}

}  // namespace

void word_counts::add(const utterance& said) {
  for (std::size_t i = 0; i < said.size(); ++i) {
    ++words_[said[i].folded];
    accented_.insert(said[i].accented);
    if (i + 1 < said.size()) ++pairs_[said[i].folded + ' ' + said[i + 1].folded];
  }
}

std::uint32_t word_counts::of(const std::string& folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? 0 : found->second;
}

std::uint32_t word_counts::of_pair(const std::string& left, const std::string& right) const {
  if (left.empty() || right.empty()) return 0;
  const auto found = pairs_.find(left + ' ' + right);
  return found == pairs_.end() ? 0 : found->second;
}

std::vector<std::string> word_counts::words() const {
  std::vector<std::string> all;
  for (const auto& [folded, count] : words_) all.push_back(folded);
  std::sort(all.begin(), all.end());
  return all;
}

spelling::spelling(word_counts counted, std::unordered_set<std::string> left_alone)
    : counts_{std::move(counted)}, left_alone_{std::move(left_alone)} {
  for (const auto& folded : counts_.words()) {
    if (!is_folded_syllable(folded) || folded.size() > longest_slip) continue;
    for (auto& form : with_one_lost(folded)) by_loss_[std::move(form)].push_back(folded);
  }
}

bool spelling::known(const std::string& folded) const {
  return is_folded_syllable(folded) || left_alone_.contains(folded) || counts_.of(folded) >= seen_enough;
}

// The likeliest cut into two or three known syllables, by how often they stand side by side in our content.
std::optional<utterance> spelling::parted(const word& w, std::size_t pieces) const {
  const auto accented = decode(w.accented);
  const auto& folded = w.folded;
  if (accented.size() != folded.size() || folded.size() < shortest_run || folded.size() > longest_run)
    return std::nullopt;
  std::optional<utterance> best;
  double best_score = 0;
  const auto fits = [&](std::size_t at, std::size_t length) {
    const auto part = folded.substr(at, length);
    return length >= shortest_piece && is_folded_syllable(part) && counts_.of(part) > 0;
  };
  const auto offer = [&](const utterance& cut) {
    double score = 0;
    for (std::size_t i = 0; i + 1 < cut.size(); ++i)
      score += std::log1p(counts_.of_pair(cut[i].folded, cut[i + 1].folded));
    for (const auto& part : cut) score += 0.1 * std::log1p(counts_.of(part.folded));
    if (best && score <= best_score) return;
    best = cut;
    best_score = score;
  };
  for (std::size_t a = shortest_piece; a + shortest_piece <= folded.size(); ++a) {
    if (!fits(0, a)) continue;
    if (pieces == 2) {
      if (fits(a, folded.size() - a))
        offer({piece_of(accented, folded, 0, a), piece_of(accented, folded, a, folded.size() - a)});
      continue;
    }
    for (std::size_t b = a + shortest_piece; b + shortest_piece <= folded.size(); ++b) {
      if (fits(a, b - a) && fits(b, folded.size() - b))
        offer({piece_of(accented, folded, 0, a), piece_of(accented, folded, a, b - a),
               piece_of(accented, folded, b, folded.size() - b)});
    }
  }
  return best;
}

// A key held too long: "kyy", "muaa".
std::optional<std::string> spelling::without_doubling(const std::string& folded) const {
  for (std::size_t i = 0; i + 1 < folded.size() && folded.size() <= longest_slip; ++i) {
    if (folded[i] != folded[i + 1]) continue;
    auto once = folded;
    once.erase(i, 1);
    if (is_folded_syllable(once) && counts_.of(once) > 0) return once;
  }
  return std::nullopt;
}

std::optional<std::string> spelling::one_slip_off(const std::string& folded, const std::string& left,
                                                  const std::string& right) const {
  if (folded.size() < shortest_slip || folded.size() > longest_slip || has_digit(folded)) return std::nullopt;
  std::optional<std::string> best;
  double best_score = 0;
  for (const auto& form : with_one_lost(folded)) {
    const auto near = by_loss_.find(form);
    if (near == by_loss_.end()) continue;
    for (const auto& candidate : near->second) {
      if (!one_slip(folded, candidate)) continue;
      const double pairs =
          std::log1p(counts_.of_pair(left, candidate)) + std::log1p(counts_.of_pair(candidate, right));
      const double score = std::log1p(counts_.of(candidate)) + pair_weight * pairs;
      if (best && (score < best_score || (score == best_score && candidate >= *best))) continue;
      best = candidate;
      best_score = score;
    }
  }
  return best;
}

utterance spelling::mend(utterance said) const {
  utterance mended;
  mended.reserve(said.size());
  std::size_t tried = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    auto& w = said[i];
    if (counts_.of(w.folded) >= seen_enough && counts_.has_accented(w.accented)) {
      mended.push_back(std::move(w));
      continue;
    }
    if (known(w.folded) || tried == most_mended) {
      const bool misplaced = !w.bare() && !left_alone_.contains(w.folded) && !is_syllable(w.accented);
      if (misplaced) w.accented = w.folded;
      mended.push_back(std::move(w));
      continue;
    }
    ++tried;
    const auto& left = mended.empty() ? std::string{} : mended.back().folded;
    const auto& right = i + 1 < said.size() ? said[i + 1].folded : std::string{};
    if (const auto typed = from_keys(w.accented)) {
      mended.push_back({*typed, fold(*typed)});
    } else if (const auto once = without_doubling(w.folded)) {
      mended.push_back({*once, *once});
    } else if (const auto two = parted(w, 2)) {
      mended.insert(mended.end(), two->begin(), two->end());
    } else if (const auto near = one_slip_off(w.folded, left, right)) {
      mended.push_back({*near, *near});
    } else if (const auto three = parted(w, 3)) {
      mended.insert(mended.end(), three->begin(), three->end());
    } else {
      mended.push_back(w);
    }
  }
  return mended;
}

}  // namespace motcua::intents
