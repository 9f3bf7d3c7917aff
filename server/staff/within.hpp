// Whether something of these units is somebody's to do: each of them is theirs. None named: every unit.
// Nobody hands out more than they have.
#pragma once

#include <algorithm>
#include <vector>

#include "server/staff/person.hpp"

namespace motcua::staff {

inline bool within(const person& who, const std::vector<content::unit_id>& units) {
  if (who.units.empty()) return true;
  return !units.empty() &&
         std::all_of(units.begin(), units.end(), [&](const auto& unit) { return who.may_touch(unit); });
}

}  // namespace motcua::staff
