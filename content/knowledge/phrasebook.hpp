// The bot's own sentences, by key, with {named} gaps. Kept in content/phrases/*.yaml, so that staff can mend
// a word.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::content {

// The names of the gaps of a text, in order, as often as they stand. A gap is {name} of small letters and
// underscores; any other brace is just a brace.
std::vector<std::string> gaps_in(std::string_view text);

class phrasebook {
 public:
  using gap = std::pair<std::string_view, std::string_view>;  // {"fee", "8.000 đồng"}

  phrasebook() = default;
  explicit phrasebook(std::map<std::string, std::string, std::less<>> texts) : texts_{std::move(texts)} {}

  bool has(std::string_view key) const noexcept { return texts_.find(key) != texts_.end(); }
  // The sentence with its gaps filled. Throws std::out_of_range for a key that is not there: the start checks
  // that all are (see intents/dialogue/phrase_keys.hpp). A gap nobody fills stays visible as {name}; a brace
  // inside a filled-in value is not a gap.
  std::string say(std::string_view key, std::initializer_list<gap> gaps = {}) const;
  const std::map<std::string, std::string, std::less<>>& all() const noexcept { return texts_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace motcua::content
