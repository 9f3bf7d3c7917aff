// What an utterance adds to the matter in hand without naming another: how things stand with them ("chưa kết
// hôn thì sao"), or who would do it ("vợ tôi làm hộ được không"). Pure.
#pragma once

#include <string_view>

#include "intents/match/understanding.hpp"

namespace motcua::intents {

struct bearing {
  bool circumstance = false;  // a condition or a person, said of whatever was talked of
  bool brief = false;         // as short as follow-ups are: at most `longest_follow_up` words
  double belongs = 0;         // to the matter in hand: match/belonging.hpp; left at 0 by bearing_of
};

inline constexpr std::size_t longest_follow_up = 14;

bearing bearing_of(std::string_view clean_text);

// Whether what was said may as well be of the matter in hand: it is no side alone and names no other for
// sure.
bool may_belong(const understanding& u, const bearing& how);

}  // namespace motcua::intents
