#include "intents/dialogue/working_days.hpp"

#include <algorithm>

namespace motcua::intents {

bool is_working_day(content::date day, const std::vector<content::closed_day>& off) {
  const std::chrono::weekday of_week{std::chrono::sys_days{day}};
  if (of_week == std::chrono::Saturday || of_week == std::chrono::Sunday) return false;
  return std::none_of(off.begin(), off.end(), [&](const auto& one) { return one.day == day; });
}

content::date after_working_days(content::date from, int days, const std::vector<content::closed_day>& off) {
  auto day = from;
  for (int left = days; left > 0;) {
    day = std::chrono::sys_days{day} + std::chrono::days{1};
    if (is_working_day(day, off)) --left;
  }
  return day;
}

}  // namespace motcua::intents
