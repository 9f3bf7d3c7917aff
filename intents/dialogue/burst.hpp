// Several messages that a citizen wrote in one breath, answered together.
#pragma once

#include <span>
#include <string>

#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

inline constexpr std::size_t most_in_a_burst = 8;

// A thought broken into scraps of fewer than four words is read as one message. Otherwise each message has
// its turn, in order, and a greeting or what was not understood goes unanswered beside what was.
// Precondition: texts are not empty.
turn take_burst(const mind& with, const conversation& before, std::span<const std::string> texts,
                const setting& where);

}  // namespace motcua::intents
