// When a commune's report on its administrative reform work is due: before some day of the last month of each
// quarter, where its own plan names one (services.yaml, cchc_communication_duties: Thanh Miện the 5th, Chấn
// Hưng the 10th). Pure.
#pragma once

#include <vector>

#include "server/store/span.hpp"

namespace motcua::staff {

struct due_report {
  content::date before;            // the first day on which it would be late
  std::vector<store::span> spans;  // a quarter; with the second one half a year, with the last one the year
};

// The next one, on or after today.
due_report next_report(content::date today, int day_of_month);

}  // namespace motcua::staff
