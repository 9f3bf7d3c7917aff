// Mistyped words brought back to words that the entries know: "thuowng tru", "chugn thuc", "giahan".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Built once; const afterwards. Only folded words of five letters or more are mended, by one slip (a letter
// more, less, other, or two swapped), and only the first `most_mended` of an utterance, so that a flood of
// nonsense stays cheap.
class spelling {
 public:
  static constexpr std::size_t most_mended = 24;

  explicit spelling(std::vector<std::string> vocabulary);
  utterance mend(utterance spoken) const;

 private:
  bool knows(const std::string& folded) const;
  std::optional<utterance> parted(const std::string& folded) const;
  std::optional<std::string> nearest(const std::string& folded) const;

  std::map<std::size_t, std::vector<std::string>> by_length_;  // each sorted
};

}  // namespace motcua::intents
