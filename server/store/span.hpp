// Days, weeks, months, quarters, halves and years, as they are counted and reported. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "content/knowledge/fact.hpp"

namespace motcua::store {

using content::date;

enum class span { day, week, month, quarter, half, year };
inline constexpr std::array all_spans{span::day,     span::week, span::month,
                                      span::quarter, span::half, span::year};

std::string_view name_of(span s) noexcept;  // "quarter"
std::optional<span> parse_span(std::string_view name) noexcept;

// The first day of the span that `day` lies in. A week begins on Monday.
date first_day(span of, date day);
date last_day(span of, date day);

}  // namespace motcua::store
