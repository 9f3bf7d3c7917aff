// Feedback of citizens as its unit's staff work on it.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/feedback.hpp"
#include "server/store/records.hpp"

namespace motcua::store {

struct ticket_change {
  intents::ticket_status to{};
  std::string word;  // of the office to the citizen
  std::string who;   // its officer's login
  instant at;
};

struct ticket_record {
  intents::ticket head;
  content::unit_id unit;
  account_id account;            // through which it came
  conversation_id conversation;  // empty: the citizen does not want to be told, or has had it erased
  std::string what;              // the citizen's words, personal numbers masked (law.md D-02)
  std::string place;
  std::string time;
  bool photo = false;                  // one was sent with it, and has not been removed
  bool untold = false;                 // the last change has not reached the citizen
  std::vector<ticket_change> history;  // oldest first; of one ticket alone, not of a list
};

}  // namespace motcua::store
