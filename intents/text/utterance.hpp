// An utterance as words, each with and without its diacritics, and cue phrases found among them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/identifier.hpp"

namespace motcua::intents {

struct word {
  std::string accented;  // as written, normalised
  std::string folded;
  bool bare() const noexcept { return accented == folded; }
};

using utterance = std::vector<word>;

utterance to_words(std::string_view normalised);

// An entry's id as it would be said: "khai-sinh" gives "khai sinh".
std::string spoken_id(const content::entry_id& id);

// A cue's word stands for a spoken one that is written the same, or without diacritics ("chay" for "cháy").
bool says(const word& spoken, const word& cue) noexcept;

struct place {
  std::size_t begin = 0;
  std::size_t end = 0;  // one past the last word
};

std::optional<place> find_cue(const utterance& spoken, const utterance& cue, std::size_t from = 0);

// A table of cues, read once from string literals.
std::vector<utterance> cue_table(std::span<const std::string_view> cues);

}  // namespace motcua::intents
