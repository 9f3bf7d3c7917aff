// When an office is open: periods of the week, and the days on which it stays closed. In Việt Nam's time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/fact.hpp"

namespace motcua::content {

struct opening_period {
  std::vector<std::chrono::weekday> days;
  std::chrono::minutes from{0};  // since midnight
  std::chrono::minutes to{0};
};

struct closed_day {
  date day;
  std::string why;  // "Tết Dương lịch"
};

// "t2" to "t7" and "cn", as people write the days of the week.
std::optional<std::chrono::weekday> parse_weekday(std::string_view text);
std::optional<std::chrono::minutes> parse_time(std::string_view text);  // "07:30"; none for another form

std::string_view short_name_of(std::chrono::weekday day) noexcept;  // "t2"
std::string clock_time(std::chrono::minutes since_midnight);        // "07:30"

}  // namespace motcua::content
