// What the staff console is given of this installation.
#pragma once

#include <filesystem>
#include <map>

#include "server/app/configuration.hpp"
#include "server/staff/console.hpp"

namespace motcua::app {

// The accounts, by whose units and windows conversations are read and answered.
std::map<store::account_id, staff::line_to_citizens> lines_of(const configuration& settings);

// The content folder, and the mind that citizens are answered from.
staff::shelf shelf_of(const std::filesystem::path& folder, cell<intents::mind>& minds);

}  // namespace motcua::app
