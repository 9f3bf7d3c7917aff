#include "intents/text/utterance.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"

namespace motcua::intents {

utterance to_words(std::string_view normalised) {
  utterance words;
  for (auto& written : words_of(normalised)) {
    auto folded = fold(written);
    if (!folded.empty()) words.push_back({std::move(written), std::move(folded)});  // not marks alone
  }
  return words;
}

bool says(const word& spoken, const word& cue) noexcept {
  return spoken.accented == cue.accented || (spoken.bare() && spoken.folded == cue.folded);
}

std::optional<place> find_cue(const utterance& spoken, const utterance& cue, std::size_t from) {
  if (cue.empty()) return std::nullopt;
  for (std::size_t at = from; at + cue.size() <= spoken.size(); ++at) {
    const auto here = spoken.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::equal(cue.begin(), cue.end(), here, [](const word& c, const word& s) { return says(s, c); })) {
      return place{at, at + cue.size()};
    }
  }
  return std::nullopt;
}

std::vector<utterance> cue_table(std::span<const std::string_view> cues) {
  std::vector<utterance> table;
  for (const auto cue : cues) table.push_back(to_words(normalise(cue)));
  return table;
}

std::string spoken_id(const content::entry_id& id) {
  std::string words = id.str();
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

}  // namespace motcua::intents
