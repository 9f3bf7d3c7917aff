// The entry that a command names.
#pragma once

#include <string>

#include "content/knowledge/snapshot.hpp"

namespace motcua::app {

// By its id as the unit has it, or its national code. Throws configuration_error where there is none.
const content::entry& entry_named(const content::snapshot& content, const content::unit_id& unit,
                                  const std::string& name);

}  // namespace motcua::app
