#include "server/staff/insight/report_due.hpp"

namespace motcua::staff {

due_report next_report(content::date today, int day_of_month) {
  const auto due_in_quarter_of = [&](content::date day) -> content::date {
    const auto last = store::last_day(store::span::quarter, day);
    return last.year() / last.month() / std::chrono::day{static_cast<unsigned>(day_of_month)};
  };
  auto due = due_in_quarter_of(today);
  if (due < today)
    due = due_in_quarter_of(std::chrono::sys_days{store::last_day(store::span::quarter, today)} +
                            std::chrono::days{1});
  due_report out{due, {store::span::quarter}};
  const auto month = static_cast<unsigned>(due.month());
  if (month == 6) out.spans.push_back(store::span::half);
  if (month == 12) out.spans.push_back(store::span::year);
  return out;
}

}  // namespace motcua::staff
