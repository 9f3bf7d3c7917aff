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

// Puts the notice before everything else without making a third reply.
void open_with(const std::string& notice, std::vector<reply>& replies);

}  // namespace motcua::intents
