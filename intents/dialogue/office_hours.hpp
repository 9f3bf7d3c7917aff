// Whether a unit's counter is open, so that nobody is sent to a closed door or promised a person who has gone
// home. Pure.
#pragma once

#include <optional>
#include <string>

#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

struct office_hours {
  bool open = false;
  std::string closed_for;        // the day's reason, "Tết Dương lịch"; empty: it is only out of hours
  std::optional<instant> opens;  // while closed: the next opening within a month
};

// None where the unit has not confirmed its hours, or not in a form that can be reckoned with.
std::optional<office_hours> office_hours_at(const content::snapshot& content, const content::unit& unit,
                                            instant now);

}  // namespace motcua::intents
