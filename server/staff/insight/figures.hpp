// What the service did in a span of days, from what was counted. Pure.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "server/staff/line_to_citizens.hpp"
#include "server/store/span.hpp"
#include "server/store/tally.hpp"

namespace motcua::staff {

// What is shown of all, of a day, of a channel and of a unit.
struct counts {
  std::int64_t people = 0;     // who wrote, each once in the span
  std::int64_t questions = 0;  // the five below and emergencies
  std::int64_t answered = 0;
  std::int64_t clarified = 0;       // asked back
  std::int64_t not_understood = 0;  // said so, and named whom to ask
  std::int64_t handed_over = 0;     // wanted a person
  std::int64_t referred = 0;        // own dossier or feedback: shown where to turn
};

// Of an entry: a matter is somebody's asking about it within a sitting.
struct on_entry {
  std::string entry;
  std::int64_t asked = 0;
  std::int64_t matters = 0;
  std::int64_t returned = 0;  // came back to it within seven days: not settled for good
};

struct figures {
  counts all;
  std::map<std::string, counts> by_channel;
  std::map<std::string, counts> by_unit;
  std::map<content::date, counts> by_day;
  std::array<std::int64_t, 24> by_hour{};
  std::vector<on_entry> entries;  // the most asked first
  std::int64_t matters = 0;
  std::int64_t returned = 0;
  std::map<std::string, std::int64_t> reply_times;  // by bucket, see store::measure::reply_time
  std::map<std::string, std::int64_t> opinions;     // "helped", ...
};

// `summed` and `daily` are the same days, summed and not.
figures figures_of(std::span<const store::tally> summed, std::span<const store::tally> daily,
                   store::span over, const std::map<store::account_id, line_to_citizens>& accounts);

}  // namespace motcua::staff
