// What a citizen thinks of what was answered: asked for when they thank or take their leave, and then not
// again for weeks.
#pragma once

#include <optional>
#include <string_view>

#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

enum class opinion {
  helped,
  not_helped,
  saved,  // a call or a way to the office
  not_saved,
};

std::string_view name_of(opinion o) noexcept;  // "not_helped"
std::optional<opinion> parse_opinion(std::string_view name) noexcept;

bool may_ask_opinion(const conversation& before, instant now) noexcept;

}  // namespace motcua::intents
