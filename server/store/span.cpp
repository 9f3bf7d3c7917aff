#include "server/store/span.hpp"

namespace motcua::store {
namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, all_spans.size()> names{"day",     "week", "month",
                                                               "quarter", "half", "year"};

unsigned months_in(span of) noexcept {
  switch (of) {
    case span::month:
      return 1;
    case span::quarter:
      return 3;
    case span::half:
      return 6;
    case span::year:
      return 12;
    case span::day:
    case span::week:
      break;
  }
  return 0;
}

}  // namespace

std::string_view name_of(span s) noexcept {
  return names[static_cast<std::size_t>(s)];
}

std::optional<span> parse_span(std::string_view name) noexcept {
  for (const auto one : all_spans)
    if (name_of(one) == name) return one;
  return std::nullopt;
}

date first_day(span of, date day) {
  if (of == span::day) return day;
  const sys_days at{day};
  if (of == span::week) return at - (std::chrono::weekday{at} - std::chrono::Monday);
  const auto months = months_in(of);
  const auto month = (static_cast<unsigned>(day.month()) - 1) / months * months + 1;
  return day.year() / std::chrono::month{month} / 1;
}

date last_day(span of, date day) {
  const auto first = first_day(of, day);
  if (of == span::day) return first;
  if (of == span::week) return sys_days{first} + std::chrono::days{6};
  const auto next = first + std::chrono::months{static_cast<int>(months_in(of))};
  return sys_days{next} - std::chrono::days{1};
}

}  // namespace motcua::store
