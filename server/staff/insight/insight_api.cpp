#include "server/staff/insight/insight_api.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>

#include "intents/dialogue/calendar.hpp"
#include "server/staff/insight/report.hpp"
#include "server/staff/insight/report_due.hpp"
#include "server/staff/insight/workbook.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using content::date;
using http::answer;
using http::status;
using http::verb;
using nlohmann::json;
using std::chrono::sys_days;

// What a call asks for.
struct question_of_figures {
  store::span over = store::span::day;
  date day;
  content::unit_id unit{};  // empty: all of the caller's
};

json json_of(const cell& what) {
  if (const auto* text = std::get_if<std::string>(&what)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&what)) return *number;
  return {{"per_cent", std::get<per_cent>(what).of_hundred}};
}

json json_of(const table& one) {
  json rows = json::array();
  for (const auto& cells : one.rows) {
    json row = json::array();
    for (const auto& what : cells) row.push_back(json_of(what));
    rows.push_back(std::move(row));
  }
  return {{"name", one.name}, {"heads", one.heads}, {"rows", std::move(rows)}};
}

class insight_desk {
 public:
  insight_desk(api::parts with, const workshop& shop, conversation_parts parts, std::filesystem::path scratch)
      : with_{std::move(with)}, shop_{shop}, parts_{std::move(parts)}, scratch_{std::move(scratch)} {}
  ~insight_desk() { writing_.join(); }

  awaitable<answer> show(http::exchange& ex, const caller& who);
  awaitable<answer> workbook(http::exchange& ex, const caller& who);
  awaitable<answer> due(http::exchange& ex, const caller& who);

 private:
  struct found {
    std::string title;
    std::vector<std::string> opening;
    std::vector<table> tables;
    figures now;
  };
  using either = std::variant<found, answer>;
  awaitable<either> look(const http::exchange& ex, const caller& who);
  std::optional<question_of_figures> asked(const http::exchange& ex) const;
  awaitable<result<figures>> count(store::span over, date day,
                                   const std::map<store::account_id, line_to_citizens>& of);
  found tell(const question_of_figures& what, figures now, const figures& before) const;

  api::parts with_;
  const workshop& shop_;
  conversation_parts parts_;
  std::filesystem::path scratch_;
  net::thread_pool writing_{1};  // workbooks: too long for an io thread
};

std::optional<question_of_figures> insight_desk::asked(const http::exchange& ex) const {
  const auto over = store::parse_span(query_of(ex, "span"));
  const auto day = query_of(ex, "day");
  const auto on = day.empty() ? intents::day_in_vietnam(with_.now()) : content::parse_date(day);
  if (!over || !on) return std::nullopt;
  return question_of_figures{*over, *on, content::unit_id{query_of(ex, "unit")}};
}

awaitable<result<figures>> insight_desk::count(store::span over, date day,
                                               const std::map<store::account_id, line_to_citizens>& of) {
  std::vector<store::account_id> mine;
  for (const auto& [id, line] : of) mine.push_back(id);
  const auto from = store::first_day(over, day);
  const auto upto = store::last_day(over, day);
  const auto summed = co_await parts_.said.tallied(mine, from, upto, false);
  if (!summed) co_return summed.error();
  const auto daily = co_await parts_.said.tallied(mine, from, upto, true);
  if (!daily) co_return daily.error();
  co_return figures_of(*summed, *daily, over, of);
}

insight_desk::found insight_desk::tell(const question_of_figures& what, figures now,
                                       const figures& before) const {
  const auto with = shop_.current();
  const auto& words = with->content->phrases();
  const names called{
      [&](const std::string& id) {
        const auto* e = with->content->find(content::entry_id{id});
        return e ? e->title : id;  // no longer published
      },
      [&](const std::string& id) { return with->content->unit_or_default(content::unit_id{id}).name; }};
  found out;
  out.title = title_of(what.over, what.day, words);
  const auto whose = what.unit.empty() ? words.say("report.all_units") : called.unit(what.unit.str());
  out.opening = {
      out.title, words.say("report.whose", {{"unit", whose}}),
      words.say("report.when", {{"from", intents::written(store::first_day(what.over, what.day))},
                                {"upto", intents::written(store::last_day(what.over, what.day))},
                                {"today", intents::written(intents::day_in_vietnam(with_.now()))}}),
      words.say("report.note")};
  out.tables = tables_of(now, before, words, called);
  out.now = std::move(now);
  return out;
}

awaitable<insight_desk::either> insight_desk::look(const http::exchange& ex, const caller& who) {
  const auto what = asked(ex);
  if (!what) co_return refusal(status::bad_request, "bad_span");
  if (!what->unit.empty() && !who.who.may_touch(what->unit))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", what->unit.str());
  std::map<store::account_id, line_to_citizens> of;
  for (const auto& [id, line] : parts_.accounts)
    if (what->unit.empty() ? who.who.may_touch(line.unit) : line.unit == what->unit) of.emplace(id, line);
  auto now = co_await count(what->over, what->day, of);
  if (!now) co_return trouble(now.error());
  const date day_before = sys_days{store::first_day(what->over, what->day)} - std::chrono::days{1};
  const auto before = co_await count(what->over, day_before, of);
  if (!before) co_return trouble(before.error());
  co_return tell(*what, std::move(*now), *before);
}

awaitable<answer> insight_desk::show(http::exchange& ex, const caller& who) {
  const auto looked = co_await look(ex, who);
  if (const auto* refused = std::get_if<answer>(&looked)) co_return *refused;
  const auto& of = std::get<found>(looked);
  json days = json::array();
  for (const auto& [day, c] : of.now.by_day)
    days.push_back({{"day", content::iso(day)},
                    {"people", c.people},
                    {"answered", c.answered},
                    {"clarified", c.clarified},
                    {"not_understood", c.not_understood},
                    {"handed_over", c.handed_over}});
  std::map<std::string, std::string> units;
  for (const auto& [id, line] : parts_.accounts)
    if (who.who.may_touch(line.unit))
      units.emplace(line.unit.str(), shop_.current()->content->unit_or_default(line.unit).name);
  json tables = json::array();
  for (const auto& one : of.tables) tables.push_back(json_of(one));
  co_return staff::json_of({{"title", of.title},
                            {"opening", of.opening},
                            {"tables", std::move(tables)},
                            {"days", std::move(days)},
                            {"hours", of.now.by_hour},
                            {"units", units}});
}

awaitable<answer> insight_desk::workbook(http::exchange& ex, const caller& who) {
  const auto looked = co_await look(ex, who);
  if (const auto* refused = std::get_if<answer>(&looked)) co_return *refused;
  const auto& of = std::get<found>(looked);
  const auto make = [&]() -> awaitable<result<std::string>> {
    co_return workbook_of(of.tables, of.opening, scratch_);
  };
  const auto bytes = co_await net::co_spawn(writing_, make, use);
  if (!bytes) co_return trouble(bytes.error());
  answer out;
  out.message.result(status::ok);
  out.message.set(http::field::content_type,
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  out.message.set(http::field::content_disposition, "attachment; filename=\"bao-cao.xlsx\"");
  out.message.set(http::field::cache_control, "no-store");
  out.message.body() = *bytes;
  co_return out;
}

// The reports that the caller's units owe next.
awaitable<answer> insight_desk::due(http::exchange&, const caller& who) {
  const auto with = shop_.current();
  const auto today = intents::day_in_vietnam(with_.now());
  json reports = json::array();
  for (const auto& unit : with->content->contents().units) {
    if (!unit.report_due_day || !who.who.may_touch(unit.id)) continue;
    const auto next = next_report(today, *unit.report_due_day);
    json titles = json::array();
    for (const auto over : next.spans)
      titles.push_back(title_of(over, next.before, with->content->phrases()));
    reports.push_back({{"unit", unit.name},
                       {"before", content::iso(next.before)},
                       {"days", (sys_days{next.before} - sys_days{today}).count()},
                       {"titles", std::move(titles)}});
  }
  co_return staff::json_of({{"reports", std::move(reports)}});
}

}  // namespace

void add_insight(api& to, api::parts with, const workshop& shop, conversation_parts parts,
                 std::filesystem::path scratch) {
  const auto desk =
      std::make_shared<insight_desk>(std::move(with), shop, std::move(parts), std::move(scratch));
  const needs sees{.may = permission::see_figures};
  to.on(verb::get, "/api/staff/insight", sees, desk, &insight_desk::show);
  to.on(verb::get, "/api/staff/insight/due", sees, desk, &insight_desk::due);
  to.on(verb::get, "/api/staff/insight/workbook", sees, desk, &insight_desk::workbook);
}

}  // namespace motcua::staff
