// The lexicon applied to words: "đk ks ntn" becomes "đăng ký khai sinh như thế nào".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/knowledge/lexicon.hpp"

namespace motcua::intents {

// Built once; const and free of locks afterwards. The longest rewrite at a place wins; what a rewrite gives
// is not rewritten again, so that a pair of rewrites can never loop.
class expander {
 public:
  explicit expander(const content::lexicon& words);

  // Expects normalised text, gives normalised text.
  std::string expand(std::string_view normalised) const;

 private:
  const std::string* rewrite_of(const std::string& written) const;

  std::unordered_map<std::string, std::string> exact_;
  std::unordered_map<std::string, std::string>
      folded_;               // for what is typed without diacritics: "dc" for "đc"
  std::size_t longest_ = 1;  // in words
};

}  // namespace motcua::intents
