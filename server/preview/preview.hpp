// An answer as a channel will show it, before anybody asks. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::preview {

enum class channel { zalo, messenger, web };
inline constexpr std::array all_channels{channel::zalo, channel::messenger, channel::web};

std::optional<channel> parse_channel(std::string_view name);
std::string_view name_of(channel on) noexcept;

struct shown_message {
  std::string text;
  std::vector<std::string> buttons;  // with the address or number behind them
};

// The messages of the answer, without the notice that a first answer begins with.
std::vector<shown_message> shown(const intents::mind& with, const intents::setting& where,
                                 const content::entry& e, content::aspect about, channel on);

// A warning for each answer that a channel cannot show well: more messages than good manners allow, an
// overview that is longer than one of Zalo's.
std::vector<content::finding> check_rendering(const intents::mind& with, intents::instant now);

}  // namespace motcua::preview
