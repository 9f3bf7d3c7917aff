// How often one citizen is answered: whoever floods gets one friendly word, and so does whoever asks the same
// again and again; then the bot waits. A cry for help is never held up.
#pragma once

#include "intents/dialogue/response.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

inline constexpr int most_turns_a_minute = 20;
inline constexpr int most_same_answers = 3;  // in a row, each within ten minutes of the one before

// Counts the turn, and takes its replies away or puts the friendly word in their place.
void hold_pace(turn& t, const conversation& before, const response& speak, instant now);

}  // namespace motcua::intents
