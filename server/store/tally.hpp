// What is counted of the service, for staff to see: numbers by day, account and measure, without a word and
// without a person. They stay when what they were counted from has been forgotten (law.md D-70).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/fact.hpp"
#include "server/store/records.hpp"

namespace motcua::store {

// Kept as numbers: add at the end.
enum class measure {
  decision,    // a turn, by what was decided
  entry,       // an answer, by its entry
  hour,        // something that a citizen wrote, by the hour in Việt Nam: "0" to "23"
  people,      // somebody who had not been here in that span (span.hpp), as far as turns are remembered
  matter,      // somebody began to ask about an entry: within `one_sitting` it stays the same matter
  returned,    // and came back to it within `durable_for`; counted on the day on which the matter began
  reply_time,  // the first message of a reply was accepted: the shortest of `reply_times` that it took, in
               // milliseconds, or "more"
  opinion,     // what the citizen thought of it: "helped", "not_helped", "saved", "not_saved"
};

struct tally {
  content::date day;
  account_id account;
  measure of{};
  std::string detail;
  std::int64_t count = 0;
};

inline constexpr std::chrono::minutes one_sitting{30};
inline constexpr std::chrono::days durable_for{7};
inline constexpr std::array reply_times{500, 1'000, 2'000, 5'000, 10'000, 60'000};

}  // namespace motcua::store
