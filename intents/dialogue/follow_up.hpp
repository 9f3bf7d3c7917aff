// What an event means by itself or beside what was offered, before any matching: a button, a bare number, an
// offered title.
#pragma once

#include <optional>
#include <string>

#include "intents/dialogue/conversation.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

// The words of an event, cut to what a matcher reads. Some channels wrap a button's text in a JSON object:
// its `content` is taken.
std::string said_in(const citizen_event& event);

// The payload of the offered choice that the text means: "2", "số 2", "cái đầu tiên", or its title.
std::optional<std::string> chosen(const conversation& before, const std::string& text);

}  // namespace motcua::intents
