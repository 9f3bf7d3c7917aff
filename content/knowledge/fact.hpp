// A value with the trust its reviewers gave it. What is not trusted is never said as a plain fact (law.md
// D-31).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::content {

using date = std::chrono::year_month_day;  // a calendar day in Việt Nam (UTC+7)

enum class confidence { unknown, low, medium, high };

std::optional<confidence> parse_confidence(
    std::string_view text);  // nullopt for a word that is none of the four
std::optional<date> parse_date(
    std::string_view text);  // "2026-02-28"; nullopt for another form or a day that is not

std::string_view name_of(confidence how_sure) noexcept;
std::string iso(date day);  // "2026-02-28"

// A field of an entry. `unknown` in the file gives an empty value with confidence::unknown.
template <class T>
struct fact {
  T value{};
  confidence trust = confidence::unknown;
  bool stated = false;  // the file names the field, were it only as `unknown`

  // Whether a citizen may be told the value as it stands. If not, the answer says that it is not confirmed.
  bool sayable() const noexcept { return trust >= confidence::medium; }
};

// The days on which something holds, both ends included; an absent end is open.
struct period {
  std::optional<date> from;
  std::optional<date> to;

  bool covers(date day) const noexcept { return (!from || *from <= day) && (!to || day <= *to); }
};

// A text that holds on some days only: "Luật Hộ tịch 60/2014/QH13", to 2027-02-28.
struct dated_line {
  std::string text;
  period valid;
};
using dated_text = std::vector<dated_line>;  // one open line where a text holds always

// The lines that hold on that day, in their order.
std::vector<std::string> holding_on(date day, const dated_text& text);

// Vietnamese đồng. Never a floating-point number.
struct money {
  std::int64_t dong = 0;
  friend auto operator<=>(const money&, const money&) = default;
};

}  // namespace motcua::content
