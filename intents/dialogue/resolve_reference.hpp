// Which entry and side a reference to the conversation means.
#pragma once

#include <optional>
#include <string>

#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

struct meant_entry {
  const content::entry* entry;
  content::aspect about;
};

// nullopt where the text makes no reference, or none that can be resolved surely: it is then read by itself.
std::optional<meant_entry> resolve_reference(const mind& with, const content::unit_id& unit,
                                             const content::entry& in_hand, const conversation& before,
                                             const std::string& text);

}  // namespace motcua::intents
