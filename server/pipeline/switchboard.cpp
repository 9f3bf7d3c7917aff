#include "server/pipeline/switchboard.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"

namespace motcua::pipeline {
namespace {

bool concerns(const std::vector<content::unit_id>& units, const content::unit_id& unit) {
  return units.empty() || std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

void switchboard::set(intents::setting& where, const store::account_id& account) const {
  for (const auto& n : notices)
    if (n.from <= where.now && where.now < n.upto && concerns(n.units, where.unit))
      where.notices.push_back(
          {n.id, n.text, n.source, intents::day_in_vietnam(n.upto - std::chrono::milliseconds{1})});
  for (const auto& e : entries_off)
    if (concerns(e.units, where.unit)) where.held_back.push_back(e.entry);
  where.switched_off = std::find(accounts_off.begin(), accounts_off.end(), account) != accounts_off.end();
}

bool switchboard::holds_back(const content::entry_id& entry, const content::unit_id& unit) const {
  return std::any_of(entries_off.begin(), entries_off.end(),
                     [&](const held_entry& e) { return e.entry == entry && concerns(e.units, unit); });
}

}  // namespace motcua::pipeline
