// An answer as a channel will show it, before anybody asks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::app {

enum class preview_channel { zalo, messenger, web };

std::optional<preview_channel> parse_channel(std::string_view name);
std::string_view name_of(preview_channel channel) noexcept;

struct shown_message {
  std::string text;
  std::vector<std::string> buttons;  // with the address or number behind them
};

// The messages of the answer, without the notice that a first answer begins with.
std::vector<shown_message> shown(const intents::mind& with, const intents::setting& where,
                                 const content::entry& e, content::aspect about, preview_channel channel);

// A warning for each answer that a channel cannot show well: more messages than good manners allow, an
// overview that is longer than one of Zalo's.
std::vector<content::finding> check_rendering(const intents::mind& with, intents::instant now);

}  // namespace motcua::app
