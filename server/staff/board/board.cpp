#include "server/staff/board/board.hpp"

#include "server/staff/units_column.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::staff {
namespace {

using store::sqlite::from_ms;
using store::sqlite::to_ms;

constexpr const char* notice_columns = "SELECT id, text, source, units, begins, ends, who, at FROM notice ";

kept_notice notice_in(const query& row) {
  return {notice_id{row.column(0).getInt64()}, row.column(1).getString(),
          row.column(2).getString(),           units_from(nlohmann::json::parse(row.column(3).getString())),
          from_ms(row.column(4).getInt64()),   from_ms(row.column(5).getInt64()),
          row.column(6).getString(),           from_ms(row.column(7).getInt64())};
}

std::int64_t number(notice_id id) {
  return static_cast<std::int64_t>(id);
}

}  // namespace

std::vector<kept_notice> notices(connection& db, instant since) {
  query rows{db, std::string{notice_columns} + "WHERE ends > ? ORDER BY id DESC"};
  rows.bind(to_ms(since));
  std::vector<kept_notice> all;
  while (rows.step()) all.push_back(notice_in(rows));
  return all;
}

notice_id add_notice(connection& db, const kept_notice& one) {
  const auto units = units_column(one.units);
  query row{db,
            "INSERT INTO notice (text, source, units, begins, ends, who, at) VALUES (?, ?, ?, ?, ?, ?, ?)"};
  row.bind(one.text, one.source, units, to_ms(one.begins), to_ms(one.ends), one.who, to_ms(one.at)).run();
  return notice_id{db.database().getLastInsertRowid()};
}

std::optional<kept_notice> find_notice(connection& db, notice_id id) {
  query row{db, std::string{notice_columns} + "WHERE id = ?"};
  row.bind(number(id));
  if (!row.step()) return std::nullopt;
  return notice_in(row);
}

void end_notice(connection& db, notice_id id, instant now) {
  query row{db, "UPDATE notice SET ends = MIN(ends, ?1) WHERE id = ?2"};
  row.bind(to_ms(now), number(id)).run();
}

std::vector<switched_off> all_switched_off(connection& db) {
  query rows{db, "SELECT kind, subject, units, reason, who, at FROM switched_off ORDER BY at DESC"};
  std::vector<switched_off> all;
  while (rows.step())
    all.push_back({static_cast<switch_kind>(rows.column(0).getInt()), rows.column(1).getString(),
                   units_from(nlohmann::json::parse(rows.column(2).getString())), rows.column(3).getString(),
                   rows.column(4).getString(), from_ms(rows.column(5).getInt64())});
  return all;
}

void switch_off(connection& db, const switched_off& what) {
  const auto units = units_column(what.units);
  query row{db,
            "INSERT INTO switched_off (kind, subject, units, reason, who, at) VALUES (?, ?, ?, ?, ?, ?) ON "
            "CONFLICT DO UPDATE SET reason = excluded.reason, who = excluded.who, at = excluded.at"};
  row.bind(static_cast<int>(what.kind), what.subject, units, what.reason, what.who, to_ms(what.at)).run();
}

bool switch_on(connection& db, const switched_off& what) {
  const auto units = units_column(what.units);
  query row{db, "DELETE FROM switched_off WHERE kind = ? AND subject = ? AND units = ?"};
  return row.bind(static_cast<int>(what.kind), what.subject, units).run() > 0;
}

pipeline::switchboard switchboard_of(connection& db, instant now) {
  pipeline::switchboard board;
  for (auto& one : notices(db, now))
    board.notices.push_back({std::to_string(number(one.id)), std::move(one.text), std::move(one.source),
                             std::move(one.units), one.begins, one.ends});
  for (auto& one : all_switched_off(db)) {
    if (one.kind == switch_kind::account)
      board.accounts_off.emplace_back(one.subject);
    else
      board.entries_off.push_back({content::entry_id{one.subject}, std::move(one.units)});
  }
  return board;
}

}  // namespace motcua::staff
