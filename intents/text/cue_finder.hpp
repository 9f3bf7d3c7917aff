// Many cues looked for at once: each by its first word, so that the cost is that of the words said and not of
// the cues there are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Const after construction. A cue's number is its place in the table.
class cue_finder {
 public:
  explicit cue_finder(std::span<const std::string_view> table);

  struct finding {
    std::size_t cue;
    place at;
  };
  // Every place at which a cue is said, in the order of the words.
  std::vector<finding> find_all(const utterance& spoken) const;
  bool any(const utterance& spoken) const;

 private:
  std::vector<utterance> cues_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;  // folded first word
};

}  // namespace motcua::intents
