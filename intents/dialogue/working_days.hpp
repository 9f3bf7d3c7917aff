// Days on which offices work: not on Saturdays, Sundays and the days off that a unit has named (law.md D-11).
// Pure.
#pragma once

#include <vector>

#include "content/knowledge/opening.hpp"

namespace motcua::intents {

bool is_working_day(content::date day, const std::vector<content::closed_day>& off);

// The last of so many working days, counted from the day after `from`.
content::date after_working_days(content::date from, int days, const std::vector<content::closed_day>& off);

}  // namespace motcua::intents
