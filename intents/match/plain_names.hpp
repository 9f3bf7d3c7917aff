// Entries called by their plain name, with nothing else said but how and what is asked: "lệ phí khai sinh" is
// khai-sinh, whatever other entries have "khai sinh" in their phrases.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/knowledge/entry.hpp"
#include "intents/text/reader.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Const after construction.
class plain_names {
 public:
  plain_names(std::span<const content::entry> entries, const reader& words);

  // The position of the entry whose id's words were all said, where every word of `topic` (what is left of
  // `spoken` without cues and filler) belongs to its id or title. The longer name wins; none where two are as
  // long.
  std::optional<std::size_t> find(const utterance& spoken, const utterance& topic) const;

 private:
  struct name {
    std::vector<std::string> required;  // folded words of the id
    std::set<std::string> allowed;      // those, and the title's
  };
  std::vector<name> names_;                                             // by place in the snapshot
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;  // by first required word
};

}  // namespace motcua::intents
