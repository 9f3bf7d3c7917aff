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

}  // namespace

expander::expander(const content::lexicon& words) {
  for (const auto& rewrite : words.rewrites) {
    const auto from = normalise(clean(rewrite.from));
    const auto length = words_of(from).size();
    if (from.empty() || length > longest_rewrite) continue;
    const auto to = normalise(clean(rewrite.to));
    longest_ = std::max(longest_, length);
    exact_.emplace(from, to);
    if (reads_folded(rewrite, length)) folded_.emplace(fold(from), to);
  }
}

const std::string* expander::rewrite_of(const std::string& written) const {
  if (const auto found = exact_.find(written); found != exact_.end()) return &found->second;
  if (written != fold(written)) return nullptr;
  const auto found = folded_.find(written);
  return found == folded_.end() ? nullptr : &found->second;
}

std::string expander::expand(std::string_view normalised) const {
  const auto words = words_of(normalised);
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    std::vector<std::string> spans{words[at]};
    for (std::size_t n = 1; n < longest_ && at + n < words.size(); ++n) {
      spans.push_back(spans.back() + ' ' + words[at + n]);
    }
    const std::string* rewritten = nullptr;
    while (!spans.empty() && !(rewritten = rewrite_of(spans.back()))) spans.pop_back();
    const auto& next = rewritten ? *rewritten : words[at];
    if (!out.empty() && !next.empty()) out += ' ';
    out += next;
    at += std::max<std::size_t>(spans.size(), 1);
  }
  return out;
}

}  // namespace motcua::intents
