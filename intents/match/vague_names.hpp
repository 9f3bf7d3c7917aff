// What is said in so few words that several entries bear them in their titles or ids: "sổ đỏ", "giấy phép xây
// dựng". The citizen is asked which, however likely one of them is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/knowledge/entry.hpp"
#include "intents/text/reader.hpp"

namespace motcua::intents {

// Const after construction.
class vague_names {
 public:
  vague_names(std::span<const content::entry> entries, const reader& words);

  // The places of the entries whose title, or whose id, has every word of `spoken` that is no filler; empty
  // where that is no more than one entry, or more is said than a name of four words.
  std::vector<std::size_t> find(const utterance& spoken) const;

 private:
  void add_name(std::size_t name, const utterance& said);

  std::vector<std::size_t> names_of_;                                     // whose: the place of the entry
  std::unordered_map<std::string, std::vector<std::size_t>> names_with_;  // by accented and by folded word
};

}  // namespace motcua::intents
