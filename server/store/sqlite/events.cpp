#include "server/store/sqlite/events.hpp"

#include <SQLiteCpp/Statement.h>

#include <set>

#include "server/store/reply_json.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {

std::vector<conversation_id> append(SQLite::Database& db, const std::vector<new_event>& events) {
  SQLite::Statement event{
      db,
      "INSERT INTO event (account, dedupe_key, conversation, kind, text, occurred_at, arrived_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, dedupe_key) DO NOTHING"};
  SQLite::Statement address{db,
                            "INSERT INTO address (conversation, account, address) VALUES (?, ?, ?) "
                            "ON CONFLICT (conversation) DO UPDATE SET address = excluded.address"};
  std::set<conversation_id> woken;
  for (const new_event& e : events) {
    event.reset();
    SQLite::bind(event, e.account.str(), e.dedupe_key, e.conversation.str(), static_cast<int>(e.kind), e.text,
                 to_ms(e.occurred_at), to_ms(e.arrived_at));
    if (event.exec() == 0) continue;  // the platform brought it again
    address.reset();
    SQLite::bind(address, e.conversation.str(), e.account.str(), e.address);
    address.exec();
    woken.insert(e.conversation);
  }
  return {woken.begin(), woken.end()};
}

std::vector<conversation_id> waiting_conversations(SQLite::Database& db) {
  SQLite::Statement rows{db, "SELECT DISTINCT conversation FROM event WHERE done = 0"};
  std::vector<conversation_id> all;
  while (rows.executeStep()) all.emplace_back(rows.getColumn(0).getString());
  return all;
}

std::optional<pending_event> next_event(SQLite::Database& db, const conversation_id& of) {
  SQLite::Statement row{
      db,
      "SELECT e.id, e.account, e.kind, e.text, e.arrived_at, c.state, a.address FROM event e "
      "LEFT JOIN conversation c ON c.id = e.conversation "
      "LEFT JOIN address a ON a.conversation = e.conversation "
      "WHERE e.conversation = ? AND e.done = 0 ORDER BY e.id LIMIT 1"};
  row.bind(1, of.str());
  if (!row.executeStep()) return std::nullopt;
  pending_event e;
  e.id = event_id{row.getColumn(0).getInt64()};
  e.account = account_id{row.getColumn(1).getString()};
  e.conversation = of;
  e.kind = static_cast<event_kind>(row.getColumn(2).getInt());
  e.text = row.getColumn(3).getString();
  e.arrived_at = from_ms(row.getColumn(4).getInt64());
  e.state = row.getColumn(5).isNull() ? "" : row.getColumn(5).getString();
  e.address = row.getColumn(6).isNull() ? "" : row.getColumn(6).getString();
  return e;
}

namespace {

void keep_record(SQLite::Database& db, const finished_turn& turn) {
  SQLite::Statement row{
      db,
      "INSERT INTO turn (event, conversation, account, decision, entry, aspect, confidence, "
      "content_version, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  SQLite::bind(row, number(turn.event), turn.conversation.str(), turn.account.str(), turn.record.decision,
               turn.record.entry, turn.record.aspect, turn.record.confidence, turn.record.content_version,
               to_ms(turn.now));
  row.exec();
}

void keep_state(SQLite::Database& db, const finished_turn& turn) {
  SQLite::Statement row{
      db,
      "INSERT INTO conversation (id, account, state, updated_at) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at"};
  SQLite::bind(row, turn.conversation.str(), turn.account.str(), turn.state, to_ms(turn.now));
  row.exec();
}

void queue_replies(SQLite::Database& db, const finished_turn& turn) {
  SQLite::Statement row{
      db,
      "INSERT INTO outbox (account, conversation, event, position, reply, next_try, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)"};
  int position = 0;
  for (const intents::reply& r : turn.replies) {
    row.reset();
    SQLite::bind(row, turn.account.str(), turn.conversation.str(), number(turn.event), position++, to_json(r),
                 to_ms(turn.now), to_ms(turn.now));
    row.exec();
  }
}

}  // namespace

void finish(SQLite::Database& db, const finished_turn& turn) {
  SQLite::Statement done{
      db, "UPDATE event SET done = 1, text = CASE WHEN ?2 THEN '' ELSE text END WHERE id = ?1 AND done = 0"};
  SQLite::bind(done, number(turn.event), turn.forget_words ? 1 : 0);
  if (done.exec() == 0) return;  // handled before: doing it twice changes nothing
  keep_record(db, turn);
  keep_state(db, turn);
  queue_replies(db, turn);
  if (turn.erase) erase(db, turn.conversation);
}

}  // namespace motcua::store::sqlite
