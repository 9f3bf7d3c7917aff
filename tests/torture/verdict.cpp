#include "tests/torture/verdict.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <set>

namespace motcua::torture {
namespace {

std::size_t number(SQLite::Database& db, const std::string& sql) {
  return static_cast<std::size_t>(db.execAndGet(sql).getInt64());
}

std::size_t lost_of(SQLite::Database& db, const std::vector<std::string>& keys) {
  std::set<std::string> kept;
  SQLite::Statement rows{db, "SELECT dedupe_key FROM event"};
  while (rows.executeStep()) kept.insert(rows.getColumn(0).getString());
  std::size_t lost = 0;
  for (const auto& key : keys)
    if (!kept.contains(key)) ++lost;
  return lost;
}

// An event without a turn of its own was answered together with a later one of its conversation.
constexpr const char* without_turn =
    "SELECT COUNT(*) FROM event e WHERE done = 0 OR NOT EXISTS (SELECT 1 FROM turn t JOIN event l ON l.id = "
    "t.event "
    "WHERE l.conversation = e.conversation AND l.id >= e.id)";

// "motcua:12:0" says which answer, and which part of it.
void judge_page(SQLite::Database& db, const std::vector<fakes::graph_message>& sent, verdict& v) {
  std::map<std::int64_t, std::string> conversation_of;
  SQLite::Statement rows{db, "SELECT id, conversation FROM outbox"};
  while (rows.executeStep()) conversation_of[rows.getColumn(0).getInt64()] = rows.getColumn(1).getString();
  std::set<std::pair<std::int64_t, int>> seen;
  std::map<std::string, std::pair<std::int64_t, int>> newest;
  for (const auto& one : sent) {
    const auto mark = one.body["message"]["metadata"].get<std::string>();
    const auto colon = mark.rfind(':');
    const std::pair<std::int64_t, int> which{std::stoll(mark.substr(7, colon - 7)),
                                             std::stoi(mark.substr(colon + 1))};
    if (!seen.insert(which).second) ++v.doubled;
    auto& last = newest[conversation_of[which.first]];
    if (which < last) ++v.disordered;
    last = std::max(last, which);
  }
}

// Zalo is told no id of ours: as many messages as parts, each known by the id that Zalo gave it.
void judge_oa(SQLite::Database& db, const std::vector<fakes::zalo_message>& sent, verdict& v) {
  const auto parts = number(db, "SELECT COALESCE(SUM(parts_done), 0) FROM outbox WHERE account = 'oa'");
  if (sent.size() > parts) v.doubled += sent.size() - parts;
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < sent.size(); ++i) place[sent[i].message_id] = i;
  std::map<std::string, std::size_t> newest;
  SQLite::Statement rows{db,
                         "SELECT conversation, platform_message FROM outbox WHERE account = 'oa' AND "
                         "platform_message <> '' ORDER BY id"};
  while (rows.executeStep()) {
    const auto at = place[rows.getColumn(1).getString()];
    auto& last = newest[rows.getColumn(0).getString()];
    if (at < last) ++v.disordered;
    last = std::max(last, at);
  }
}

}  // namespace

verdict judge(const std::filesystem::path& database, const std::vector<std::string>& keys,
              const std::vector<fakes::zalo_message>& zalo, const std::vector<fakes::graph_message>& graph) {
  SQLite::Database db{database.string()};
  verdict v;
  v.events = keys.size();
  v.lost = lost_of(db, keys);
  v.unanswered = number(db, without_turn);
  v.unsent = number(db, "SELECT COUNT(*) FROM outbox WHERE status = 0");
  SQLite::Statement reasons{db, "SELECT account || ': ' || reason FROM outbox WHERE status = 2"};
  while (reasons.executeStep()) v.given_up.push_back(reasons.getColumn(0).getString());
  judge_page(db, graph, v);
  judge_oa(db, zalo, v);
  v.integrity = db.execAndGet("PRAGMA integrity_check").getString();
  return v;
}

std::ostream& operator<<(std::ostream& out, const verdict& v) {
  out << v.events << " events acknowledged: " << v.lost << " lost, " << v.unanswered << " unanswered, "
      << v.unsent << " unsent, " << v.doubled << " doubled, " << v.disordered << " out of order; integrity "
      << v.integrity;
  for (const auto& why : v.given_up) out << "\n  given up: " << why;
  return out;
}

}  // namespace motcua::torture
