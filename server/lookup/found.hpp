// Which entries to show for what was understood, the likeliest first. Pure.
#pragma once

#include <vector>

#include "intents/match/understanding.hpp"
#include "server/lookup/shelf.hpp"

namespace motcua::lookup {

std::vector<const content::entry*> entries_found(const content::snapshot& content,
                                                 const content::unit_id& unit,
                                                 const intents::understanding& u);

}  // namespace motcua::lookup
