#include "server/staff/content/drafts.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "server/store/sqlite/values.hpp"

namespace motcua::staff {
namespace {

using nlohmann::json;
using store::sqlite::from_ms;
using store::sqlite::to_ms;

constexpr std::array<std::string_view, 4> state_names{"open", "in_review", "published", "withdrawn"};

const std::string select_draft =
    "SELECT id, entry, path, title, base, body, state, editors, revision, changed_at FROM draft ";
const std::string by_id = select_draft + "WHERE id = ?";
const std::string living = select_draft + "WHERE state IN (0, 1) ORDER BY changed_at DESC, id DESC";

draft read(const query& row) {
  draft out;
  out.id = draft_id{row.column(0).getInt64()};
  out.entry = content::entry_id{row.column(1).getString()};
  out.path = row.column(2).getString();
  out.title = row.column(3).getString();
  out.base = row.column(4).getString();
  out.body = row.column(5).getString();
  out.state = static_cast<draft_state>(row.column(6).getInt());
  out.editors = json::parse(row.column(7).getString()).get<std::vector<std::string>>();
  out.revision = row.column(8).getInt64();
  out.changed_at = from_ms(row.column(9).getInt64());
  return out;
}

}  // namespace

std::string_view name_of(draft_state s) noexcept {
  return state_names[static_cast<std::size_t>(s)];
}

draft_id add_draft(connection& db, const draft& made) {
  const auto editors = json(made.editors).dump();
  query put{db,
            "INSERT INTO draft (entry, path, title, base, body, state, editors, revision, changed_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  put.bind(made.entry.str(), made.path, made.title, made.base, made.body, static_cast<int>(made.state),
           editors, made.revision, to_ms(made.changed_at));
  put.run();
  return draft_id{db.database().getLastInsertRowid()};
}

std::optional<draft> find_draft(connection& db, draft_id id) {
  query row{db, by_id};
  row.bind(static_cast<std::int64_t>(id));
  if (!row.step()) return std::nullopt;
  return read(row);
}

std::vector<draft> living_drafts(connection& db) {
  query rows{db, living};
  std::vector<draft> all;
  while (rows.step()) all.push_back(read(rows));
  return all;
}

bool change_draft(connection& db, const draft& to, std::int64_t seen) {
  const auto editors = json(to.editors).dump();
  query row{
      db,
      "UPDATE draft SET title = ?, body = ?, editors = ?, changed_at = ?, state = 0, revision = revision + 1 "
      "WHERE id = ? AND revision = ? AND state IN (0, 1)"};
  row.bind(to.title, to.body, editors, to_ms(to.changed_at), static_cast<std::int64_t>(to.id), seen);
  return row.run() > 0;
}

bool move_draft(connection& db, draft_id id, draft_state to, std::int64_t seen, instant now) {
  query row{db,
            "UPDATE draft SET state = ?, changed_at = ?, revision = revision + 1 "
            "WHERE id = ? AND revision = ? AND state IN (0, 1)"};
  row.bind(static_cast<int>(to), to_ms(now), static_cast<std::int64_t>(id), seen);
  return row.run() > 0;
}

int add_version(connection& db, const content::entry_id& of, const version& made) {
  int number = 1;
  {
    query last{db, "SELECT COALESCE(MAX(number), 0) + 1 FROM version WHERE entry = ?"};
    last.bind(of.str());
    if (last.step()) number = last.column(0).getInt();
  }
  const auto writers = json(made.written_by).dump();
  query put{db,
            "INSERT INTO version (entry, number, body, published_by, written_by, at, reason) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"};
  put.bind(of.str(), number, made.body, made.published_by, writers, to_ms(made.at), made.reason);
  put.run();
  return number;
}

std::vector<version> versions_of(connection& db, const content::entry_id& of) {
  query rows{db,
             "SELECT number, body, published_by, written_by, at, reason FROM version WHERE entry = ? "
             "ORDER BY number DESC"};
  rows.bind(of.str());
  std::vector<version> all;
  while (rows.step())
    all.push_back({rows.column(0).getInt(), rows.column(1).getString(), rows.column(2).getString(),
                   json::parse(rows.column(3).getString()).get<std::vector<std::string>>(),
                   from_ms(rows.column(4).getInt64()), rows.column(5).getString()});
  return all;
}

}  // namespace motcua::staff
