#include "server/store/sqlite/referrals.hpp"

#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

using intents::referral_step;

const char* change_for(referral_step step) {
  switch (step) {
    case referral_step::opened:
      return "UPDATE referral SET opened_at = COALESCE(opened_at, ?1) WHERE code = ?2";
    case referral_step::asked_on:
      return "UPDATE referral SET asked_on_at = COALESCE(asked_on_at, ?1) WHERE code = ?2";
    case referral_step::helped:
      return "UPDATE referral SET helped = 1 WHERE code = ?2";
    case referral_step::not_helped:
      return "UPDATE referral SET helped = 0 WHERE code = ?2";
    case referral_step::saved:
      return "UPDATE referral SET saved = 1 WHERE code = ?2";
    case referral_step::not_saved:
      return "UPDATE referral SET saved = 0 WHERE code = ?2";
    case referral_step::called_again:
      break;
  }
  return "UPDATE referral SET called_again = called_again + 1 WHERE code = ?2";
}

}  // namespace

bool refer(connection& db, const new_referral& one) {
  const std::string about{content::name_of(one.what.about)};
  query row{db,
            "INSERT INTO referral (code, entry, aspect, unit, operator, made_at, ends_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"};
  row.bind(one.what.code, one.what.entry.str(), about, one.what.unit.str(), one.by, to_ms(one.made_at),
           to_ms(one.ends_at));
  return row.run() > 0;
}

std::vector<intents::referral> referrals(connection& db, const std::vector<std::string>& codes, instant now) {
  std::vector<intents::referral> found;
  query row{db, "SELECT entry, aspect, unit FROM referral WHERE code = ? AND ends_at > ?"};
  for (const auto& code : codes) {
    row.bind(code, to_ms(now));
    if (!row.step()) continue;
    found.push_back({code, content::entry_id{row.column(0).getString()},
                     content::parse_aspect(row.column(1).getString()).value_or(content::aspect::overview),
                     content::unit_id{row.column(2).getString()}});
  }
  return found;
}

void note_progress(connection& db, const intents::referral_progress& of, instant now) {
  query row{db, change_for(of.to)};
  row.bind(to_ms(now), of.code).run();
}

std::vector<referral_count> referred(connection& db, instant from, instant until) {
  query rows{db,
             "SELECT operator, entry, unit, COUNT(*), COUNT(opened_at), COUNT(asked_on_at), "
             "COUNT(CASE helped WHEN 1 THEN 1 END), COUNT(CASE helped WHEN 0 THEN 1 END), "
             "COUNT(CASE saved WHEN 1 THEN 1 END), COUNT(CASE saved WHEN 0 THEN 1 END), SUM(called_again) "
             "FROM referral WHERE made_at >= ? AND made_at < ? GROUP BY operator, entry, unit "
             "ORDER BY COUNT(*) DESC, operator, entry, unit"};
  rows.bind(to_ms(from), to_ms(until));
  std::vector<referral_count> all;
  while (rows.step()) {
    const auto count = [&](int at) { return rows.column(at).getInt64(); };
    all.push_back({rows.column(0).getString(), rows.column(1).getString(), rows.column(2).getString(),
                   count(3), count(4), count(5), count(6), count(7), count(8), count(9), count(10)});
  }
  return all;
}

std::int64_t forget_referrals(connection& db, instant ended_before, int most) {
  query rows{db,
             "DELETE FROM referral WHERE code IN (SELECT code FROM referral WHERE made_at < ?1 AND ends_at < "
             "?1 LIMIT ?2)"};
  return rows.bind(to_ms(ended_before), most).run();
}

}  // namespace motcua::store::sqlite
