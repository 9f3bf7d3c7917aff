// From what a citizen typed to words that can be compared: normalised, mended, expanded by the lexicon.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "content/knowledge/lexicon.hpp"
#include "intents/text/expand.hpp"
#include "intents/text/spelling.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Built once from the lexicon and the texts whose words are taken for right; const and free of locks
// afterwards.
class reader {
 public:
  reader(const content::lexicon& words, std::span<const std::string> texts);

  utterance read(std::string_view clean_text) const;
  utterance read_normalised(const std::string& text) const;

 private:
  expander lexicon_;
  spelling spelling_;
};

}  // namespace motcua::intents
