#include "server/store/sqlite/tallies.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "intents/dialogue/calendar.hpp"
#include "server/store/span.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

using std::chrono::sys_days;

int number_of(content::date day) {
  return static_cast<int>(sys_days{day}.time_since_epoch().count());
}

void count(connection& db, content::date day, const account_id& account, measure of,
           const std::string& detail) {
  query row{db,
            "INSERT INTO tally (day, account, measure, detail, count) VALUES (?, ?, ?, ?, 1) "
            "ON CONFLICT DO UPDATE SET count = count + 1"};
  row.bind(number_of(day), account.str(), static_cast<int>(of), detail).run();
}

// When the citizen was last here; none: never, or it has been forgotten.
std::optional<content::date> last_here(connection& db, const conversation_id& of) {
  query row{db, "SELECT MAX(at) FROM turn WHERE conversation = ? AND decision <> 'silent'"};
  row.bind(of.str());
  if (!row.step() || row.column(0).isNull()) return std::nullopt;
  return intents::day_in_vietnam(from_ms(row.column(0).getInt64()));
}

void count_person(connection& db, const finished_turn& turn, content::date today) {
  const auto last = last_here(db, turn.conversation);
  for (const auto one : all_spans)
    if (!last || *last < first_day(one, today))
      count(db, today, turn.account, measure::people, std::string{name_of(one)});
}

// A matter begins where it was not asked about for a while; the one before it has then not been settled for
// good.
void count_matter(connection& db, const finished_turn& turn, content::date today) {
  std::optional<instant> before;
  {
    query row{db, "SELECT MAX(at) FROM turn WHERE conversation = ? AND entry = ? AND decision = 'answer'"};
    row.bind(turn.conversation.str(), turn.record.entry);
    if (row.step() && !row.column(0).isNull()) before = from_ms(row.column(0).getInt64());
  }
  if (before && turn.now - *before < one_sitting) return;
  count(db, today, turn.account, measure::matter, turn.record.entry);
  if (before && turn.now - *before <= durable_for)
    count(db, intents::day_in_vietnam(*before), turn.account, measure::returned, turn.record.entry);
}

std::string bucket_of(std::chrono::milliseconds took) {
  const auto at = std::lower_bound(reply_times.begin(), reply_times.end(), took.count());
  return at == reply_times.end() ? "more" : std::to_string(*at);
}

}  // namespace

// What an officer does is a silent turn too: people and hours are counted from turns with an answer.
void count_turn(connection& db, const finished_turn& turn) {
  const auto today = intents::day_in_vietnam(turn.now);
  count(db, today, turn.account, measure::decision, turn.record.decision);
  if (!turn.record.opinion.empty()) count(db, today, turn.account, measure::opinion, turn.record.opinion);
  if (turn.record.decision == "silent") return;
  const auto local = turn.now + std::chrono::hours{7};
  const auto hour =
      std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local));
  count(db, today, turn.account, measure::hour, std::to_string(hour.count()));
  count_person(db, turn, today);
  if (turn.record.decision != "answer" || turn.record.entry.empty()) return;
  count(db, today, turn.account, measure::entry, turn.record.entry);
  count_matter(db, turn, today);
}

void count_reply(connection& db, outbox_id id, instant now) {
  query row{db,
            "SELECT o.account, e.arrived_at FROM outbox o JOIN event e ON e.id = o.event "
            "WHERE o.id = ? AND o.position = 0 AND o.status = 0 AND e.kind IN (0, 1, 3)"};
  row.bind(number(id));
  if (!row.step()) return;
  const account_id account{row.column(0).getString()};
  const auto arrived = from_ms(row.column(1).getInt64());
  row.end();
  count(db, intents::day_in_vietnam(arrived), account, measure::reply_time, bucket_of(now - arrived));
}

std::vector<tally> tallied(connection& db, const std::vector<account_id>& of, content::date from,
                           content::date upto, bool by_day) {
  nlohmann::json names = nlohmann::json::array();
  for (const auto& one : of) names.push_back(one.str());
  const std::string accounts = names.dump();
  const int begin = number_of(from);
  query rows{db, by_day
                     ? "SELECT day, account, measure, detail, count FROM tally WHERE day BETWEEN ? AND ? "
                       "AND account IN (SELECT value FROM json_each(?)) ORDER BY day"
                     : "SELECT MIN(day), account, measure, detail, SUM(count) FROM tally WHERE day BETWEEN "
                       "? AND ? AND account IN (SELECT value FROM json_each(?)) "
                       "GROUP BY account, measure, detail"};
  rows.bind(begin, number_of(upto), accounts);
  std::vector<tally> all;
  while (rows.step())
    all.push_back({by_day ? content::date{sys_days{std::chrono::days{rows.column(0).getInt()}}} : from,
                   account_id{rows.column(1).getString()}, static_cast<measure>(rows.column(2).getInt()),
                   rows.column(3).getString(), rows.column(4).getInt64()});
  return all;
}

}  // namespace motcua::store::sqlite
