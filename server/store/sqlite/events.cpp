#include "server/store/sqlite/events.hpp"

#include "server/store/reply_json.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/outbox.hpp"
#include "server/store/sqlite/referrals.hpp"
#include "server/store/sqlite/tallies.hpp"
#include "server/store/sqlite/tickets.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {

std::vector<arrival> append(connection& db, const std::vector<new_event>& events) {
  query event{
      db,
      "INSERT INTO event (account, dedupe_key, conversation, kind, text, occurred_at, arrived_at, "
      "sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (occurred_at, account, dedupe_key) DO NOTHING"};
  query address{db,
                "INSERT INTO address (conversation, account, address) VALUES (?, ?, ?) "
                "ON CONFLICT (conversation) DO UPDATE SET address = excluded.address "
                "WHERE address.address <> excluded.address"};
  std::vector<arrival> fresh;
  for (const new_event& e : events) {
    event.bind(e.account.str(), e.dedupe_key, e.conversation.str(), static_cast<int>(e.kind), e.text,
               to_ms(e.occurred_at), to_ms(e.arrived_at), e.sealed);
    if (event.run() == 0) continue;  // the platform brought it again
    fresh.push_back({event_id{db.database().getLastInsertRowid()}, e.conversation});
    address.bind(e.conversation.str(), e.account.str(), e.address).run();
  }
  return fresh;
}

std::vector<arrival> waiting_events(connection& db, event_id after, int limit) {
  query rows{db, "SELECT id, conversation FROM event WHERE done = 0 AND id > ? ORDER BY id LIMIT ?"};
  rows.bind(number(after), limit);
  std::vector<arrival> all;
  while (rows.step())
    all.push_back({event_id{rows.column(0).getInt64()}, conversation_id{rows.column(1).getString()}});
  return all;
}

std::optional<pending_event> waiting_event(connection& db, event_id id) {
  query row{db,
            "SELECT e.conversation, e.account, e.kind, e.text, e.arrived_at, c.state, a.address, "
            "e.sealed FROM event e "
            "LEFT JOIN conversation c ON c.id = e.conversation "
            "LEFT JOIN address a ON a.conversation = e.conversation "
            "WHERE e.id = ? AND e.done = 0"};
  row.bind(number(id));
  if (!row.step()) return std::nullopt;
  pending_event e;
  e.id = id;
  e.conversation = conversation_id{row.column(0).getString()};
  e.account = account_id{row.column(1).getString()};
  e.kind = static_cast<event_kind>(row.column(2).getInt());
  e.text = row.column(3).getString();
  e.arrived_at = from_ms(row.column(4).getInt64());
  e.state = row.column(5).isNull() ? "" : row.column(5).getString();
  e.address = row.column(6).isNull() ? "" : row.column(6).getString();
  e.sealed = row.column(7).getString();
  row.end();
  e.news = news_of(db, e.conversation.str());
  return e;
}

namespace {

void keep_record(connection& db, const finished_turn& turn) {
  query row{db,
            "INSERT INTO turn (event, conversation, account, decision, entry, aspect, confidence, "
            "content_version, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  row.bind(number(turn.events.back()), turn.conversation.str(), turn.account.str(), turn.record.decision,
           turn.record.entry, turn.record.aspect, turn.record.confidence, turn.record.content_version,
           to_ms(turn.now));
  row.run();
}

// Said of the last answer that was given.
void keep_opinion(connection& db, const finished_turn& turn) {
  if (turn.record.opinion.empty()) return;
  query row{db,
            "UPDATE turn SET opinion = ?1 WHERE event = (SELECT MAX(event) FROM turn WHERE conversation = ?2 "
            "AND decision = 'answer')"};
  row.bind(turn.record.opinion, turn.conversation.str()).run();
}

void keep_state(connection& db, const finished_turn& turn) {
  query row{db,
            "INSERT INTO conversation (id, account, state, updated_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at"};
  row.bind(turn.conversation.str(), turn.account.str(), turn.state, to_ms(turn.now));
  row.run();
}

void queue_replies(connection& db, const finished_turn& turn) {
  query row{db,
            "INSERT INTO outbox (account, conversation, event, position, reply, next_try, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"};
  int position = 0;
  for (const intents::reply& r : turn.replies) {
    const std::string said = to_json(r);
    row.bind(turn.account.str(), turn.conversation.str(), number(turn.events.back()), position++, said,
             to_ms(turn.now), to_ms(turn.now));
    row.run();
  }
}

}  // namespace

void finish(connection& db, const finished_turn& turn) {
  query done{db,
             // A place that was shared (kind 3) stands with the feedback it was for, or nowhere.
             "UPDATE event SET done = 1, sealed = '', text = CASE WHEN ?2 OR kind = 3 THEN '' ELSE text END "
             "WHERE id = "
             "?1 AND done = 0"};
  static_assert(static_cast<int>(event_kind::media) == 3);
  bool fresh = false;
  for (const event_id one : turn.events)
    fresh = done.bind(number(one), turn.forget_words ? 1 : 0).run() > 0 || fresh;
  if (!fresh) return;  // handled before: doing it twice changes nothing
  count_turn(db, turn);
  keep_opinion(db, turn);
  keep_record(db, turn);
  keep_state(db, turn);
  if (turn.hush) hush(db, turn.conversation, turn.now);
  queue_replies(db, turn);
  keep_feedback(db, turn);
  if (turn.told_news) tell_news(db, turn.conversation);
  for (const auto& one : turn.progress) note_progress(db, one, turn.now);
  if (turn.erase) erase(db, turn.conversation);
}

}  // namespace motcua::store::sqlite
