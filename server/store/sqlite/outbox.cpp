#include "server/store/sqlite/outbox.hpp"

#include <SQLiteCpp/Statement.h>

#include "server/store/reply_json.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

constexpr const char* columns =
    "SELECT o.id, o.account, o.conversation, COALESCE(a.address, ''), o.reply, o.parts_done, o.attempts, "
    "o.uncertain, "
    "o.created_at FROM outbox o LEFT JOIN address a ON a.conversation = o.conversation ";

// A row may be tried only while no older one of its conversation waits: that keeps the order (design
// invariant 3).
constexpr const char* head_of_line =
    "o.status = 0 AND o.id = (SELECT MIN(h.id) FROM outbox h WHERE h.conversation = o.conversation AND "
    "h.status = 0) ";

outgoing read(SQLite::Statement& r) {
  outgoing o;
  o.id = outbox_id{r.getColumn(0).getInt64()};
  o.account = account_id{r.getColumn(1).getString()};
  o.conversation = conversation_id{r.getColumn(2).getString()};
  o.address = r.getColumn(3).getString();
  o.what = reply_from_json(r.getColumn(4).getString());
  o.parts_done = r.getColumn(5).getInt();
  o.attempts = r.getColumn(6).getInt();
  o.uncertain = r.getColumn(7).getInt() != 0;
  o.created_at = from_ms(r.getColumn(8).getInt64());
  return o;
}

std::vector<outgoing> read_all(SQLite::Statement& rows) {
  std::vector<outgoing> all;
  while (rows.executeStep()) all.push_back(read(rows));
  return all;
}

}  // namespace

std::vector<outgoing> due(SQLite::Database& db, instant now, int limit) {
  SQLite::Statement rows{db, std::string{columns} + "WHERE " + head_of_line +
                                 "AND o.next_try <= ? ORDER BY o.next_try, o.id LIMIT ?"};
  SQLite::bind(rows, to_ms(now), limit);
  return read_all(rows);
}

std::optional<instant> next_due(SQLite::Database& db, instant after) {
  SQLite::Statement row{
      db, std::string{"SELECT MIN(o.next_try) FROM outbox o WHERE "} + head_of_line + "AND o.next_try > ?"};
  row.bind(1, to_ms(after));
  if (!row.executeStep() || row.getColumn(0).isNull()) return std::nullopt;
  return from_ms(row.getColumn(0).getInt64());
}

void part_sent(SQLite::Database& db, outbox_id id, const std::string& platform_message) {
  SQLite::Statement row{
      db,
      "UPDATE outbox SET parts_done = parts_done + 1, attempts = 0, uncertain = 0, reason = '', "
      "platform_message = ? WHERE id = ? AND status = 0"};
  SQLite::bind(row, platform_message, number(id));
  row.exec();
}

void settle(SQLite::Database& db, outbox_id id, instant now, bool sent, const std::string& reason) {
  SQLite::Statement row{db,
                        "UPDATE outbox SET status = ?, settled_at = ?, uncertain = 0, reason = ? "
                        "WHERE id = ? AND status = 0 RETURNING conversation"};
  SQLite::bind(row, sent ? 1 : 2, to_ms(now), reason, number(id));
  if (!row.executeStep()) return;
  const conversation_id of{row.getColumn(0).getString()};
  row.reset();
  erase_if_out(db, of);
}

void retry(SQLite::Database& db, outbox_id id, instant at, const std::string& reason, bool uncertain) {
  SQLite::Statement row{db,
                        "UPDATE outbox SET attempts = attempts + 1, next_try = ?, reason = ?, uncertain = ? "
                        "WHERE id = ? AND status = 0"};
  SQLite::bind(row, to_ms(at), reason, uncertain ? 1 : 0, number(id));
  row.exec();
}

bool confirm(SQLite::Database& db, const account_id& account, outbox_id id, int part) {
  SQLite::Statement row{
      db,
      "UPDATE outbox SET parts_done = parts_done + 1, attempts = 0, uncertain = 0, next_try = 0 "
      "WHERE id = ? AND account = ? AND status = 0 AND uncertain = 1 AND parts_done = ?"};
  SQLite::bind(row, number(id), account.str(), part);
  return row.exec() > 0;
}

std::vector<outgoing> replies_after(SQLite::Database& db, const conversation_id& of, outbox_id after,
                                    int limit) {
  SQLite::Statement rows{
      db, std::string{columns} + "WHERE o.conversation = ? AND o.id > ? ORDER BY o.id LIMIT ?"};
  SQLite::bind(rows, of.str(), number(after), limit);
  return read_all(rows);
}

store_counts counts(SQLite::Database& db) {
  SQLite::Statement row{
      db,
      "SELECT (SELECT COUNT(*) FROM event WHERE done = 0), (SELECT COUNT(*) FROM outbox WHERE status "
      "= 0), (SELECT COUNT(*) FROM outbox WHERE status = 2)"};
  row.executeStep();
  return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64()};
}

}  // namespace motcua::store::sqlite
