// The actions of a reply as Zalo buttons, and as lines of text where there are no buttons. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "intents/dialogue/reply.hpp"

namespace motcua::zalo {

struct menu {
  nlohmann::json buttons = nlohmann::json::array();  // at most 5 (zalo-oa.md 4.3)
  std::vector<std::string> lines;  // "Gọi công an: 113": what no button can do and `text` lacks
};

menu menu_of(const std::vector<intents::action>& actions, std::string_view text);

// The lines for `buttons`, without what `text` already says: questions numbered from 1 with the hint below,
// as the dialogue counts them, then links and numbers as they are. Empty where nothing is left to say.
std::string menu_text(const nlohmann::json& buttons, std::string_view text, std::string_view hint);

}  // namespace motcua::zalo
