// The API of content work: entries, drafts, the gate, publishing by a second person, versions.
#pragma once

#include "server/staff/api.hpp"
#include "server/staff/content/workshop.hpp"

namespace motcua::staff {

// Under /api/staff/content/. The shared base belongs to those who have every unit; a unit's own entries to
// those of the unit.
void add_content(api& to, api::parts with, workshop& shop);

}  // namespace motcua::staff
