#include "intents/text/expand.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t longest_rewrite = 6;  // words on the left side; keeps the cost of a text linear

// "dc" may stand for "đc", but "de" is "để" far more often than "đẻ": a single real word needs its
// diacritics.
bool reads_folded(const content::rewrite& rewrite, std::size_t words) {
  return words > 1 || rewrite.kind == content::word_kind::abbreviation ||
         rewrite.kind == content::word_kind::teencode;
}

void join(std::span<const word> words, std::string word::*form, std::string& into) {
  into.clear();
  for (const auto& w : words) {
    if (!into.empty()) into += ' ';
    into += w.*form;
  }
}

}  // namespace

expander::expander(const content::lexicon& words) {
  for (const auto& rewrite : words.rewrites) {
    const auto from = normalise(clean(rewrite.from));
    const auto written = to_words(from);
    if (written.empty() || written.size() > longest_rewrite) continue;
    const auto to = to_words(normalise(clean(rewrite.to)));
    auto& lengths = lengths_from_[written.front().folded];
    if (std::find(lengths.begin(), lengths.end(), written.size()) == lengths.end())
      lengths.push_back(written.size());
    std::sort(lengths.rbegin(), lengths.rend());
    exact_.emplace(from, to);
    if (reads_folded(rewrite, written.size())) folded_.emplace(fold(from), to);
  }
}

const utterance* expander::rewrite_of(std::span<const word> written, std::string& key) const {
  join(written, &word::accented, key);
  if (const auto found = exact_.find(key); found != exact_.end()) return &found->second;
  if (!std::all_of(written.begin(), written.end(), [](const word& w) { return w.bare(); })) return nullptr;
  const auto found = folded_.find(key);
  return found == folded_.end() ? nullptr : &found->second;
}

utterance expander::expand(utterance words) const {
  utterance out;
  out.reserve(words.size() + 8);
  std::string key;
  for (std::size_t at = 0; at < words.size();) {
    const auto lengths = lengths_from_.find(words[at].folded);
    const utterance* rewritten = nullptr;
    std::size_t n = 0;
    for (std::size_t i = 0; lengths != lengths_from_.end() && !rewritten && i < lengths->second.size(); ++i) {
      n = lengths->second[i];
      if (at + n <= words.size()) rewritten = rewrite_of({words.data() + at, n}, key);
    }
    if (rewritten) {
      out.insert(out.end(), rewritten->begin(), rewritten->end());
      at += n;
    } else {
      out.push_back(std::move(words[at++]));
    }
  }
  return out;
}

std::string expander::expand(std::string_view normalised) const {
  std::string text;
  join(expand(to_words(normalised)), &word::accented, text);
  return text;
}

}  // namespace motcua::intents
