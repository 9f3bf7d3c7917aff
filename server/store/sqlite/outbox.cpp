#include "server/store/sqlite/outbox.hpp"

#include <nlohmann/json.hpp>

#include "server/store/reply_json.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/tallies.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

constexpr const char* columns =
    "SELECT o.id, o.account, o.conversation, COALESCE(a.address, ''), o.reply, o.parts_done, o.attempts, "
    "o.uncertain, "
    "o.created_at FROM outbox o LEFT JOIN address a ON a.conversation = o.conversation ";

// What `uncertain` may be, beside 0: what became of the message that is to go out next.
constexpr int maybe_once = 1;
constexpr int on_its_way = 2;
constexpr int maybe_twice = 3;
constexpr int on_its_way_again = 4;

int fate_of(int uncertain) {
  return uncertain == maybe_once ? 1 : uncertain == maybe_twice ? 2 : 0;
}

// A row may be tried only while no older one of its conversation waits: that keeps the order (design
// invariant 3).
constexpr const char* head_of_line =
    "o.status = 0 AND o.id = (SELECT MIN(h.id) FROM outbox h WHERE h.conversation = o.conversation AND "
    "h.status = 0) ";

outgoing read(query& r) {
  outgoing o;
  o.id = outbox_id{r.column(0).getInt64()};
  o.account = account_id{r.column(1).getString()};
  o.conversation = conversation_id{r.column(2).getString()};
  o.address = r.column(3).getString();
  o.what = reply_from_json(r.column(4).getString());
  o.parts_done = r.column(5).getInt();
  o.attempts = r.column(6).getInt();
  o.maybe_sent = fate_of(r.column(7).getInt());
  o.created_at = from_ms(r.column(8).getInt64());
  return o;
}

std::vector<outgoing> read_all(query& rows) {
  std::vector<outgoing> all;
  while (rows.step()) all.push_back(read(rows));
  return all;
}

}  // namespace

std::vector<outgoing> due(connection& db, instant now, int limit, const std::vector<account_id>& except) {
  nlohmann::json names = nlohmann::json::array();
  for (const auto& one : except) names.push_back(one.str());
  const std::string list = names.dump();
  query rows{db, std::string{columns} + "WHERE " + head_of_line +
                     "AND o.next_try <= ? AND o.account NOT IN (SELECT value FROM json_each(?)) "
                     "ORDER BY o.next_try, o.id LIMIT ?"};
  rows.bind(to_ms(now), list, limit);
  return read_all(rows);
}

std::optional<instant> next_due(connection& db, instant after) {
  query row{db,
            std::string{"SELECT MIN(o.next_try) FROM outbox o WHERE "} + head_of_line + "AND o.next_try > ?"};
  row.bind(to_ms(after));
  if (!row.step() || row.column(0).isNull()) return std::nullopt;
  return from_ms(row.column(0).getInt64());
}

void sending(connection& db, outbox_id id, const std::string& trace) {
  query row{db,
            "UPDATE outbox SET trace = ?1, uncertain = CASE uncertain WHEN ?2 THEN ?3 ELSE ?4 END "
            "WHERE id = ?5 AND status = 0"};
  row.bind(trace, maybe_once, on_its_way_again, on_its_way, number(id)).run();
}

bool confirm_said(connection& db, const conversation_id& of, const std::string& trace) {
  query row{db,
            "UPDATE outbox SET parts_done = parts_done + 1, attempts = 0, uncertain = 0, next_try = 0 "
            "WHERE id = (SELECT MIN(id) FROM outbox WHERE conversation = ?1 AND status = 0) "
            "AND uncertain <> 0 AND ?2 <> '' AND instr(' ' || trace || ' ', ' ' || ?2 || ' ') > 0"};
  return row.bind(of.str(), trace).run() > 0;
}

std::int64_t recover_sends(connection& db, instant at) {
  query rows{
      db,
      "UPDATE outbox SET uncertain = CASE uncertain WHEN ?1 THEN ?2 ELSE ?3 END, next_try = ?4, "
      "reason = 'the program ended while it was on its way' WHERE status = 0 AND uncertain IN (?1, ?5)"};
  return rows.bind(on_its_way, maybe_once, maybe_twice, to_ms(at), on_its_way_again).run();
}

void part_sent(connection& db, outbox_id id, int part, const std::string& platform_message) {
  query row{db,
            "UPDATE outbox SET parts_done = parts_done + 1, attempts = 0, uncertain = 0, reason = '', "
            "platform_message = ? WHERE id = ? AND status = 0 AND parts_done = ?"};
  row.bind(platform_message, number(id), part).run();
}

void settle(connection& db, outbox_id id, instant now, bool sent, const std::string& reason) {
  if (sent) count_reply(db, id, now);
  query row{db,
            "UPDATE outbox SET status = ?, settled_at = ?, uncertain = 0, reason = ? "
            "WHERE id = ? AND status = 0 RETURNING conversation"};
  row.bind(sent ? 1 : 2, to_ms(now), reason, number(id));
  if (!row.step()) return;
  const conversation_id of{row.column(0).getString()};
  row.end();
  erase_if_out(db, of);
}

void retry(connection& db, outbox_id id, instant at, const std::string& reason, bool uncertain) {
  query row{db,
            "UPDATE outbox SET attempts = attempts + 1, next_try = ?1, reason = ?2, uncertain = "
            "CASE WHEN NOT ?3 THEN 0 WHEN uncertain = ?4 THEN ?5 ELSE ?6 END WHERE id = ?7 AND status = 0"};
  row.bind(to_ms(at), reason, uncertain ? 1 : 0, on_its_way_again, maybe_twice, maybe_once, number(id)).run();
}

void hush(connection& db, const conversation_id& of, instant now) {
  query rows{db,
             "UPDATE outbox SET status = 2, settled_at = ?, uncertain = 0, reason = 'an officer took over' "
             "WHERE conversation = ? AND status = 0"};
  rows.bind(to_ms(now), of.str()).run();
}

bool confirm(connection& db, const account_id& account, outbox_id id, int part) {
  query row{db,
            "UPDATE outbox SET parts_done = parts_done + 1, attempts = 0, uncertain = 0, next_try = 0 "
            "WHERE id = ? AND account = ? AND status = 0 AND uncertain <> 0 AND parts_done = ?"};
  row.bind(number(id), account.str(), part);
  return row.run() > 0;
}

std::vector<outgoing> replies_after(connection& db, const conversation_id& of, outbox_id after, int limit) {
  query rows{db, std::string{columns} + "WHERE o.conversation = ? AND o.id > ? ORDER BY o.id LIMIT ?"};
  rows.bind(of.str(), number(after), limit);
  return read_all(rows);
}

store_counts counts(connection& db) {
  query row{db,
            "SELECT (SELECT COUNT(*) FROM event WHERE done = 0), (SELECT COUNT(*) FROM outbox WHERE status "
            "= 0), (SELECT COUNT(*) FROM outbox WHERE status = 2)"};
  row.step();
  return {row.column(0).getInt64(), row.column(1).getInt64(), row.column(2).getInt64()};
}

}  // namespace motcua::store::sqlite
