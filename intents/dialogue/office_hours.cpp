#include "intents/dialogue/office_hours.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"

namespace motcua::intents {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int looked_ahead = 31;  // days
constexpr std::chrono::hours east_of_utc{7};

// Of the unit, or of one around it: a holiday of the city is one of its communes.
const content::closed_day* closed_on(const content::snapshot& content, const content::unit& unit,
                                     content::date day) {
  for (const auto* one = &unit; one; one = content.around(*one)) {
    const auto found = std::find_if(one->closed.begin(), one->closed.end(),
                                    [&](const content::closed_day& c) { return c.day == day; });
    if (found != one->closed.end()) return &*found;
  }
  return nullptr;
}

bool holds_on(const content::opening_period& period, sys_days day) {
  return std::find(period.days.begin(), period.days.end(), std::chrono::weekday{day}) != period.days.end();
}

instant at(sys_days day, std::chrono::minutes time) {
  return std::chrono::time_point_cast<instant::duration>(day + time - east_of_utc);
}

}  // namespace

std::optional<office_hours> office_hours_at(const content::snapshot& content, const content::unit& unit,
                                            instant now) {
  if (unit.open.empty() || !unit.hours.sayable()) return std::nullopt;
  office_hours found;
  const sys_days today{day_in_vietnam(now)};
  if (const auto* closed = closed_on(content, unit, day_in_vietnam(now))) found.closed_for = closed->why;
  for (int ahead = 0; ahead < looked_ahead && !found.opens; ++ahead) {
    const auto day = today + days{ahead};
    if (closed_on(content, unit, content::date{day})) continue;
    for (const auto& period : unit.open) {
      if (!holds_on(period, day)) continue;
      const auto from = at(day, period.from);
      if (from <= now && now < at(day, period.to)) return office_hours{true, {}, std::nullopt};
      if (from > now && (!found.opens || from < *found.opens)) found.opens = from;
    }
  }
  return found;
}

}  // namespace motcua::intents
