// What is read out: an entry over the commune's loudspeaker in about a minute, or one side of it to a caller.
// Pure. Says nothing that an answer would not say on that day.
#pragma once

#include <string>

#include "intents/dialogue/reading.hpp"

namespace motcua::intents {

// Some 180 syllables of Vietnamese are read out in a minute.
inline constexpr std::size_t longest_spoken = 180;  // words

// Opening, what it is for, where, time, fee, papers, whom to ask. A side that does not fit is left out whole,
// never cut, and the last sentence says what to ask for. One paragraph a line.
std::string loudspeaker_text(const reading& r);

// The same for an urgent notice.
std::string loudspeaker_text(const content::snapshot& content, const content::unit& unit,
                             const std::string& notice);

// One side, for a caller on the line; that it is not confirmed where nothing may be said.
std::string spoken_side(const reading& r, content::aspect about);

}  // namespace motcua::intents
