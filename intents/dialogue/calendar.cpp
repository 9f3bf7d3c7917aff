#include "intents/dialogue/calendar.hpp"

#include <cstdio>

#include "content/knowledge/opening.hpp"

namespace motcua::intents {

content::date day_in_vietnam(instant now) {
  return content::date{std::chrono::floor<std::chrono::days>(now + std::chrono::hours{7})};
}

std::string time_in_vietnam(instant now) {
  const auto local = now + std::chrono::hours{7};
  return content::clock_time(
      std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)));
}

std::string written(content::date day) {
  char text[48];
  std::snprintf(text, sizeof text, "%02u/%02u/%d", static_cast<unsigned>(day.day()),
                static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
  return text;
}

std::string written(content::money amount) {
  auto digits = std::to_string(amount.dong);
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (auto at = digits.size(); at > first + 3; at -= 3) digits.insert(at - 3, ".");
  return digits + " đồng";
}

}  // namespace motcua::intents
