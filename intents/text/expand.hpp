// The lexicon applied to words: "đk ks ntn" becomes "đăng ký khai sinh như thế nào".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/knowledge/lexicon.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Built once; const and free of locks afterwards. The longest rewrite at a place wins; what a rewrite gives
// is not rewritten again, so that a pair of rewrites can never loop.
class expander {
 public:
  explicit expander(const content::lexicon& words);

  utterance expand(utterance words) const;
  std::string expand(std::string_view normalised) const;  // the same of a text

 private:
  const utterance* rewrite_of(std::span<const word> written, std::string& key) const;

  std::unordered_map<std::string, utterance> exact_;
  std::unordered_map<std::string, utterance> folded_;  // for what is typed without diacritics: "dc" for "đc"
  std::unordered_map<std::string, std::vector<std::size_t>>
      lengths_from_;  // folded first word: lengths, longest first
};

}  // namespace motcua::intents
