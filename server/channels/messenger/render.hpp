// A reply in the form of the Send API's messages (messenger.md 3.1, 3.3). Pure and deterministic; any thread.
#pragma once

#include <string>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::messenger {

inline constexpr std::size_t text_limit = 1800;  // UTF-16 units; Facebook takes "less than 2000 characters"
inline constexpr std::size_t template_text_limit = 640;  // of a message with buttons
inline constexpr std::size_t most_buttons = 3;
inline constexpr std::size_t most_quick_replies = 13;
inline constexpr std::size_t title_limit = 20;  // of a button and of a quick reply
inline constexpr std::size_t payload_limit = 1000;

// The JSON bodies of a reply, in order; none for a reply without text and actions, or without an address.
//
// Links and numbers become buttons, which stay in the chat: so they stand on the last message, a button
// template. Where the last message is too long for one, its last paragraph (or what fits of it) becomes a
// message of its own. Questions become quick replies of the last message. What has no button here (a short
// number such as 113, an address that is no http link, a fourth link) is a line of text.
std::vector<std::string> render(const store::outgoing& message);

}  // namespace motcua::messenger
