// The actions of a reply as Messenger shows them: buttons, quick replies, lines of text (messenger.md 3.3).
// Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "intents/dialogue/reply.hpp"

namespace motcua::messenger {

struct offers {
  nlohmann::json buttons = nlohmann::json::array();        // links and numbers, at most 3
  nlohmann::json quick_replies = nlohmann::json::array();  // questions, at most 13
  std::vector<std::string> lines;                          // what has no button here
};

// `text` is the reply's: a number or address that it says is not told again.
offers offers_of(const std::vector<intents::action>& actions, std::string_view text);

}  // namespace motcua::messenger
