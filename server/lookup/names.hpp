// The names under which an entry stands in the official lists. Pure.
#pragma once

#include <string>

#include "intents/dialogue/reading.hpp"

namespace motcua::lookup {

std::string official_name_of(const content::entry& e);  // empty where it has none
std::string code_of(const intents::reading& r);         // national code; empty where none may be said

}  // namespace motcua::lookup
