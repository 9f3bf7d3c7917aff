// What was not understood, grouped by likeness, the most asked first: to be added to an entry's phrases, or
// set aside.
#pragma once

#include "server/staff/api.hpp"
#include "server/staff/content/workshop.hpp"
#include "server/staff/conversation/conversation_api.hpp"

namespace motcua::staff {

// Under /api/staff/unanswered. Adding a phrase is a draft of the entry (content_api.hpp).
void add_unanswered(api& to, api::parts with, const workshop& shop, conversation_parts parts);

}  // namespace motcua::staff
