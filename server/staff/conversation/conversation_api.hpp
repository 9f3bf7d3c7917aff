// Conversations as staff see them: read with the reason of every decision, taken over, answered as a person,
// handed back.
#pragma once

#include <chrono>
#include <functional>
#include <map>

#include "server/staff/api.hpp"
#include "server/store/archive.hpp"
#include "server/store/store.hpp"

namespace motcua::staff {

// An account as the console needs to know it.
struct line_to_citizens {
  content::unit_id unit;
  std::string channel;  // "zalo", "messenger", "web"
  std::chrono::milliseconds
      window{};  // how long after the citizen's last words a person may write; zero: always
};

struct conversation_parts {
  store::archive& said;
  store::store& keep;
  std::map<store::account_id, line_to_citizens> accounts;
};

// Under /api/staff/conversations. What an officer writes goes the way of an officer's word in the platform's
// own inbox: an event, whose turn silences the bot and brings the answer out.
void add_conversations(api& to, api::parts with, conversation_parts parts);

}  // namespace motcua::staff
