// Conversations as staff see them: read with the reason of every decision, taken over, answered as a person,
// handed back.
#pragma once

#include <functional>
#include <map>

#include "server/staff/api.hpp"
#include "server/staff/line_to_citizens.hpp"
#include "server/store/archive.hpp"
#include "server/store/store.hpp"

namespace motcua::staff {

struct conversation_parts {
  store::archive& said;
  store::store& keep;
  std::map<store::account_id, line_to_citizens> accounts;
};

// Under /api/staff/conversations. What an officer writes goes the way of an officer's word in the platform's
// own inbox: an event, whose turn silences the bot and brings the answer out.
void add_conversations(api& to, api::parts with, conversation_parts parts);

}  // namespace motcua::staff
