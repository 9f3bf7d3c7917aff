// What the program itself brings into a conversation, as if it had arrived: an officer's word from the
// console, news of feedback, that somebody of the office has taken over.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::pipeline {

struct conversation_line {
  store::account_id account;
  store::conversation_id conversation;
  std::string address;
};

// As store::append takes it. `dedupe_key`: unique in the account.
inline std::vector<store::new_event> own_event(store::event_kind kind, conversation_line on,
                                               std::string dedupe_key, store::instant now,
                                               std::string text = {}) {
  store::new_event event;
  event.account = std::move(on.account);
  event.conversation = std::move(on.conversation);
  event.address = std::move(on.address);
  event.dedupe_key = std::move(dedupe_key);
  event.kind = kind;
  event.text = std::move(text);
  event.occurred_at = event.arrived_at = now;
  std::vector<store::new_event> events;
  events.push_back(std::move(event));
  return events;
}

}  // namespace motcua::pipeline
