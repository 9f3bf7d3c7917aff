#include "intents/match/spelling.hpp"

#include <algorithm>

namespace motcua::intents {
namespace {

constexpr std::size_t shortest =
    5;  // of four letters too many words lie one slip apart ("tiet", "tien", "biet")
constexpr std::size_t longest = 14;

bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto i = static_cast<std::size_t>(in_a - a.begin());
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

}  // namespace

spelling::spelling(std::vector<std::string> vocabulary) {
  std::sort(vocabulary.begin(), vocabulary.end());
  for (auto& w : vocabulary) by_length_[w.size()].push_back(std::move(w));
}

bool spelling::knows(const std::string& folded) const {
  const auto words = by_length_.find(folded.size());
  return words != by_length_.end() && std::binary_search(words->second.begin(), words->second.end(), folded);
}

std::optional<utterance> spelling::parted(const std::string& folded) const {
  for (std::size_t at = 2; at + 2 <= folded.size(); ++at) {
    auto left = folded.substr(0, at);
    auto right = folded.substr(at);
    if (left.size() + right.size() >= 6 && knows(left) && knows(right))
      return utterance{{left, left}, {right, right}};
  }
  return std::nullopt;
}

std::optional<std::string> spelling::nearest(const std::string& folded) const {
  for (const auto size : {folded.size(), folded.size() + 1, folded.size() - 1}) {
    const auto words = by_length_.find(size);
    if (words == by_length_.end()) continue;
    for (const auto& known : words->second) {
      if (known.size() >= shortest && one_slip(folded, known)) return known;
    }
  }
  return std::nullopt;
}

utterance spelling::mend(utterance spoken) const {
  utterance mended;
  std::size_t tried = 0;
  for (auto& w : spoken) {
    const bool mendable = w.folded.size() >= shortest && w.folded.size() <= longest && w.bare();
    if (!mendable || knows(w.folded) || ++tried > most_mended) {
      mended.push_back(std::move(w));
    } else if (auto two = parted(w.folded)) {
      mended.insert(mended.end(), two->begin(), two->end());
    } else if (auto one = nearest(w.folded)) {
      mended.push_back({*one, *one});
    } else {
      mended.push_back(std::move(w));
    }
  }
  return mended;
}

}  // namespace motcua::intents
