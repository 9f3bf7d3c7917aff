#include "intents/match/exact_phrases.hpp"

#include <algorithm>

namespace motcua::intents {
namespace {

std::string joined(const utterance& words, std::string word::*form) {
  std::string text;
  for (const auto& w : words) text.append(text.empty() ? "" : " ").append(w.*form);
  return text;
}

}  // namespace

exact_phrases::exact_phrases(std::span<const labelled_text> texts) {
  const auto put = [](std::vector<std::uint32_t>& labels, std::uint32_t label) {
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  };
  for (const auto& t : texts) {
    if (!t.as_asked) continue;
    put(accented_[joined(t.words, &word::accented)], t.label);
    put(folded_[joined(t.words, &word::folded)], t.label);
  }
}

const std::vector<std::uint32_t>* exact_phrases::find(const utterance& spoken) const {
  if (const auto at = accented_.find(joined(spoken, &word::accented)); at != accented_.end())
    return &at->second;
  if (!std::all_of(spoken.begin(), spoken.end(), [](const word& w) { return w.bare(); })) return nullptr;
  const auto at = folded_.find(joined(spoken, &word::folded));
  return at == folded_.end() ? nullptr : &at->second;
}

}  // namespace motcua::intents
