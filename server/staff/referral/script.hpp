// What an operator reads out to a caller: an entry's sides as they are spoken. Pure.
#pragma once

#include <nlohmann/json.hpp>

#include "intents/dialogue/reading.hpp"

namespace motcua::staff {

// {"entry", "title", "sides": [{"about", "name", "text"}]}, at most nine sides: one a number key. The first
// is what the entry is for.
nlohmann::json script_of(const intents::reading& r, bool held_back);

// "K như Kiên, bảy, M như Minh, …"
std::string spelled_out(std::string_view code, const content::phrasebook& say);

}  // namespace motcua::staff
