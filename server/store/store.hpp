// What is kept, behind one interface: SQLite now (sqlite/), PostgreSQL later.
//
// Every member may be awaited from any loop and ends on the loop that awaits it. A write has reached the disk
// when it ends without an error. Errors: errc::overloaded (the queue is full; nothing was written),
// errc::storage (the reason is in the log). Members that belong together in one transaction are one member.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/async/result.hpp"
#include "server/store/records.hpp"
#include "server/store/ticket.hpp"

namespace motcua::store {

class store {
 public:
  virtual ~store() = default;

  // Intake. All or nothing; an event that is already there, by its account, time and dedupe_key, is left out.
  virtual awaitable<result<void>> append(std::vector<new_event> events) = 0;
  // Who is told of every new event once it is durable, in the order of the ids, on a thread of the store: it
  // must not block. Set before the first append.
  virtual void tell_arrivals(std::function<void(std::span<const arrival>)> to) = 0;

  // Turns.
  // Events that no turn has handled, with an id above `after`, oldest first.
  virtual awaitable<result<std::vector<arrival>>> waiting_events(event_id after, int limit) = 0;
  virtual awaitable<result<std::optional<pending_event>>> event(
      event_id id) = 0;  // none: it has been handled
  // One transaction: events done + state + outbox rows (+ the record). Doing it twice changes nothing.
  virtual awaitable<result<void>> finish(finished_turn turn) = 0;

  // Delivery. `due` gives at most `limit` rows, only the oldest unsent one of each conversation, soonest
  // first, none of the accounts in `except`.
  virtual awaitable<result<std::vector<outgoing>>> due(instant now, int limit,
                                                       std::vector<account_id> except) = 0;
  virtual awaitable<result<std::optional<instant>>> next_due(
      instant after) = 0;  // the soonest try later than `after`
  // Noted before a message leaves, with what its echo will be known by: if the program ends before it hears
  // what became of it, recover_sends() makes it uncertain, to be tried again `at`. Gives how many.
  virtual awaitable<result<void>> sending(outbox_id id, std::string trace) = 0;
  virtual awaitable<result<std::int64_t>> recover_sends(instant at) = 0;
  // Doing it twice for one part, as an answer and an echo of it may, changes nothing.
  virtual awaitable<result<void>> part_sent(outbox_id id, int part, std::string platform_message_id) = 0;
  virtual awaitable<result<void>> sent(outbox_id id, instant now) = 0;
  virtual awaitable<result<void>> retry(outbox_id id, instant at, std::string reason, bool uncertain) = 0;
  virtual awaitable<result<void>> undeliverable(outbox_id id, instant now, std::string reason) = 0;
  // The platform echoed a message of ours: what was uncertain about it is settled. True if a row was waiting
  // for it.
  virtual awaitable<result<bool>> confirm(account_id account, outbox_id id, int part) = 0;
  // The same, where the echo tells only to whom and what: of a conversation, by the trace of sending().
  virtual awaitable<result<bool>> confirm_said(conversation_id of, std::string trace) = 0;

  // Accounts.
  virtual awaitable<result<std::vector<account_id>>> proven_accounts() = 0;
  virtual awaitable<result<void>> prove(account_id account, instant now) = 0;
  virtual awaitable<result<std::optional<token_pair>>> tokens(account_id account) = 0;
  virtual awaitable<result<void>> keep_tokens(account_id account, token_pair pair, instant now) = 0;

  // Web chat.
  virtual awaitable<result<void>> open_session(web_session session) = 0;
  virtual awaitable<result<std::optional<web_session>>> session(std::string token_hash) = 0;
  virtual awaitable<result<void>> touch_session(std::string token_hash, instant now) = 0;
  virtual awaitable<result<void>> close_session(std::string token_hash) = 0;
  // Rows of the conversation with an id above `after`, oldest first, sent or not.
  virtual awaitable<result<std::vector<outgoing>>> replies_after(conversation_id of, outbox_id after,
                                                                 int limit) = 0;

  // Referrals. False: this code has been given out before.
  virtual awaitable<result<bool>> refer(new_referral one) = 0;
  // Those of these codes that hold at `now`.
  virtual awaitable<result<std::vector<intents::referral>>> referrals(std::vector<std::string> codes,
                                                                      instant now) = 0;
  // Outside a turn: its page was opened, its caller has called again.
  virtual awaitable<result<void>> note_progress(intents::referral_progress of, instant now) = 0;

  // Feedback. Those of these codes that there are, without a word of what was said.
  virtual awaitable<result<std::vector<intents::ticket>>> tickets(std::vector<std::string> codes) = 0;
  virtual awaitable<result<bool>> change_ticket(std::string code,
                                                ticket_change how) = 0;  // false: no such code
  virtual awaitable<result<bool>> remove_photo(std::string code) = 0;    // false: there was none

  // Erases a conversation: its words, state, records and address, a draft of feedback, and
  // what leads from filed feedback to the citizen (law.md D-10, D-12). Answers still on their
  // way are sent first and erased with the last of them.
  virtual awaitable<result<void>> erase(conversation_id of) = 0;
  // Erases events that are done and answers that are settled, where older than `before` (law.md D-23, D-70),
  // what hangs on a conversation with nothing left, and referrals and feedback that were settled more than a
  // year before. Gives how many rows. `before` must lie at least a day
  // back, since the dedupe keys go too (zalo-oa.md 1.4).
  virtual awaitable<result<std::int64_t>> forget_before(instant before) = 0;

  virtual awaitable<result<store_counts>> counts() = 0;
};

}  // namespace motcua::store
