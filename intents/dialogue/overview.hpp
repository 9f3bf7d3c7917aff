// A procedure at a glance, in one message: what it is, where, how long, how much, the papers that matter, the
// link. What does not fit is not cut in the middle of a fact: the line says which button tells it.
#pragma once

#include <string>

#include "intents/dialogue/reading.hpp"

namespace motcua::intents {

// Of the whole first message, title and source included; Zalo shows that much without a "more" line.
inline constexpr std::size_t longest_overview = 700;  // characters

// At most `room` characters, unless the summary alone is longer.
std::string overview_text(const reading& r, const content::procedure& p, std::size_t room);

}  // namespace motcua::intents
