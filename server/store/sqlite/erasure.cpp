#include "server/store/sqlite/erasure.hpp"

#include "server/store/sqlite/referrals.hpp"
#include "server/store/sqlite/tickets.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

template <class... Args>
int run(connection& db, std::string_view sql, const Args&... args) {
  query statement{db, sql};
  statement.bind(args...);
  return statement.run();
}

// Nothing waits to be understood or sent: the address and the (empty) state have no use any more.
void drop_if_idle(connection& db, const std::string& of) {
  constexpr auto idle =
      "NOT EXISTS (SELECT 1 FROM event WHERE conversation = ?1 AND done = 0) "
      "AND NOT EXISTS (SELECT 1 FROM outbox WHERE conversation = ?1)";
  run(db, std::string{"DELETE FROM address WHERE conversation = ?1 AND "} + idle, of);
  run(db, std::string{"DELETE FROM conversation WHERE id = ?1 AND "} + idle, of);
}

}  // namespace

void erase(connection& db, const conversation_id& of) {
  // The dedupe key stays for a while, without words or conversation: the platform may bring the event once
  // more.
  run(db, "UPDATE event SET text = '', conversation = '' WHERE conversation = ? AND done = 1", of.str());
  run(db, "DELETE FROM turn WHERE conversation = ?", of.str());
  run(db, "DELETE FROM outbox WHERE conversation = ? AND status <> 0", of.str());
  run(db,
      "UPDATE conversation SET state = '', erase_upto = "
      "(SELECT MAX(id) FROM outbox WHERE conversation = ?1 AND status = 0) WHERE id = ?1",
      of.str());
  forget_citizen(db, of.str());
  drop_if_idle(db, of.str());
}

void erase_if_out(connection& db, const conversation_id& of) {
  query due{db,
            "SELECT erase_upto FROM conversation c WHERE id = ?1 AND erase_upto IS NOT NULL AND NOT EXISTS "
            "(SELECT 1 FROM outbox WHERE conversation = ?1 AND status = 0 AND id <= c.erase_upto)"};
  due.bind(of.str());
  if (!due.step()) return;
  const std::int64_t upto = due.column(0).getInt64();
  due.end();
  run(db, "DELETE FROM outbox WHERE conversation = ? AND id <= ?", of.str(), upto);
  run(db, "UPDATE conversation SET erase_upto = NULL WHERE id = ?", of.str());
  drop_if_idle(db, of.str());
}

namespace {

// Ids grow with time: what is old stands among the first. Only those are looked at, so that a step takes as
// long on a million rows as on a thousand.
constexpr auto first_events =
    "DELETE FROM event WHERE id IN (SELECT id FROM (SELECT id, done, arrived_at FROM event ORDER BY id LIMIT "
    "?2) "
    "WHERE done = 1 AND arrived_at < ?1) "
    "AND id < (SELECT MAX(id) FROM event)";  // not the newest: ids are counted on from it
constexpr auto first_answers =
    "DELETE FROM outbox WHERE id IN (SELECT id FROM (SELECT id, status, created_at FROM outbox ORDER BY id "
    "LIMIT ?2) "
    "WHERE status <> 0 AND created_at < ?1)";

constexpr auto first_turns =
    "DELETE FROM turn WHERE event IN (SELECT event FROM (SELECT event, at FROM turn ORDER BY event LIMIT ?2) "
    "WHERE at < ?1)";

constexpr auto quiet_sessions =
    "DELETE FROM web_session WHERE token_hash IN (SELECT token_hash FROM web_session WHERE seen_at < ?1 "
    "LIMIT ?2)";
constexpr auto bare_conversations =
    "DELETE FROM conversation WHERE id IN (SELECT id FROM conversation c WHERE updated_at < ?1 AND NOT "
    "EXISTS "
    "(SELECT 1 FROM outbox o WHERE o.conversation = c.id) AND NOT EXISTS "
    "(SELECT 1 FROM event e WHERE e.conversation = c.id AND e.done = 1) AND c.id NOT IN "
    "(SELECT conversation FROM event WHERE done = 0) LIMIT ?2)";
constexpr auto bare_addresses =
    "DELETE FROM address WHERE conversation IN (SELECT conversation FROM address a WHERE NOT EXISTS "
    "(SELECT 1 FROM conversation c WHERE c.id = a.conversation) "
    "AND a.conversation NOT IN (SELECT conversation FROM event WHERE done = 0) "
    "AND NOT EXISTS (SELECT 1 FROM event e WHERE e.conversation = a.conversation AND e.done = 1) LIMIT ?1)";

}  // namespace

constexpr std::chrono::days settled_kept{365};  // referrals, and feedback that has been answered

std::int64_t forget_some_before(connection& db, instant before, int most) {
  const std::int64_t at = to_ms(before);
  std::int64_t rows = run(db, first_events, at, most);
  rows += run(db, first_answers, at, most);
  rows += run(db, first_turns, at, most);
  rows += run(db, quiet_sessions, at, most);
  if (rows > 0) return rows;  // conversations go when their events and answers have gone
  rows += run(db, bare_conversations, at, most);
  rows += run(db, bare_addresses, most);
  rows += forget_referrals(db, before - settled_kept, most);
  rows += forget_tickets(db, before, before - settled_kept, most);
  return rows;
}

}  // namespace motcua::store::sqlite
