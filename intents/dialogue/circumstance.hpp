// What an utterance adds to the matter in hand without naming another: how things stand with them ("chưa kết
// hôn thì sao"), or who would do it ("vợ tôi làm hộ được không"). Pure.
#pragma once

#include <string_view>

namespace motcua::intents {

struct bearing {
  bool circumstance = false;  // a condition or a person, said of whatever was talked of
  bool brief = false;         // as short as follow-ups are: at most `longest_follow_up` words
};

inline constexpr std::size_t longest_follow_up = 14;

bearing bearing_of(std::string_view clean_text);

}  // namespace motcua::intents
