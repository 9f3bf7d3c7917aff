#include "intents/text/reader.hpp"

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

std::unordered_set<std::string> words_of_lexicon(const content::lexicon& words) {
  std::unordered_set<std::string> known;
  for (const auto& rewrite : words.rewrites)
    for (const auto* side : {&rewrite.from, &rewrite.to})
      for (const auto& w : words_of(fold(normalise(clean(*side))))) known.insert(w);
  return known;
}

word_counts counted(std::span<const std::string> texts, const expander& lexicon) {
  word_counts counts;
  for (const auto& text : texts) counts.add(to_words(lexicon.expand(normalise(clean(text)))));
  return counts;
}

}  // namespace

reader::reader(const content::lexicon& words, std::span<const std::string> texts)
    : lexicon_{words}, spelling_{counted(texts, lexicon_), words_of_lexicon(words)} {}

utterance reader::read_normalised(const std::string& text) const {
  return lexicon_.expand(spelling_.mend(to_words(text)));
}

utterance reader::read(std::string_view clean_text) const {
  return read_normalised(normalise(clean_text));
}

}  // namespace motcua::intents
