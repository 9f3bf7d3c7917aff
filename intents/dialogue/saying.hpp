// From paragraphs to replies: how long a reply may be, where it is cut, and the notice that opens a
// conversation.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/reply.hpp"

namespace motcua::intents {

inline constexpr std::size_t longest_reply = 1800;  // characters: below every channel's limit

// One reply, or two where one is too long: cut at a paragraph, else at a line. The actions go with the last.
std::vector<reply> replies_of(const std::vector<std::string>& paragraphs, std::vector<action> actions);

// What a citizen is told once, at the start (law.md D-06, D-40): in one line who speaks, before the answer,
// and the rest after it, since the answer comes first.
struct notice {
  std::string opening;
  std::string closing;
};

// Never makes a third reply.
void introduce(const notice& says, std::vector<reply>& replies);

}  // namespace motcua::intents
