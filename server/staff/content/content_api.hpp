// The API of content work, under /api/staff/content/. The shared base belongs to those who have every unit;
// what differs in a unit, and its own entries, to those of the unit.
#pragma once

#include "server/staff/api.hpp"
#include "server/staff/content/workshop.hpp"

namespace motcua::staff {

void add_entries(api& to, api::parts with, workshop& shop);     // entries_api.cpp
void add_drafts(api& to, api::parts with, workshop& shop);      // drafts_api.cpp
void add_exchange(api& to, api::parts with, workshop& shop);    // exchange_api.cpp
void add_publishing(api& to, api::parts with, workshop& shop);  // publishing_api.cpp

}  // namespace motcua::staff
