// What an outside topic or an entry amounts to: a danger, or a request to people.
#pragma once

#include <optional>

#include "content/knowledge/identifier.hpp"
#include "content/knowledge/outside.hpp"
#include "intents/match/understanding.hpp"

namespace motcua::intents {

std::optional<danger> danger_in(content::outside_meaning meaning) noexcept;
std::optional<decision> request_in(content::outside_meaning meaning) noexcept;

// The danger whose number this entry gives: to be asked for it is to be in it.
std::optional<danger> danger_of(const content::entry_id& id);

// The entry that answers a request, where the content has it.
content::entry_id home_of(decision request);

}  // namespace motcua::intents
