// An entry read on a day for a unit: which of its facts may be said, and what stands in for those that may
// not.
#pragma once

#include <string>

#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

struct reading {
  const content::snapshot& content;
  const content::unit& unit;
  const content::entry& entry;
  content::date today;

  const content::phrasebook& phrases() const noexcept { return content.phrases(); }

  // 90 days after its review was due an entry's figures are no longer said (law.md D-33).
  bool stale() const noexcept;
  // Suspended, not offered by the unit, not yet in force or no longer so: then this is said in place of any
  // fact.
  bool in_force() const noexcept { return !entry.suspended && !entry.hidden && entry.valid.covers(today); }

  template <class T>
  bool may_say(const content::fact<T>& f) const noexcept {
    return f.sayable() && !f.value.empty() && !stale();
  }

  // What holds today, as one text; empty where nothing may be said.
  std::string today_of(const content::fact<content::dated_text>& f) const;
};

reading read_entry(const content::snapshot& content, const content::unit& unit, const content::entry& entry,
                   instant now);

// "Mục này chưa được xác nhận; xin hỏi ..." (law.md D-31)
std::string not_confirmed(const reading& r);

// Whom to ask: the unit's counter with its phone where that is sayable, else hotline 1022 where its entry has
// it; empty where neither is known.
std::string whom_to_ask(const content::snapshot& content, const content::unit& unit);
// The number behind hotline 1022, empty where it is not sayable.
std::string hotline(const content::snapshot& content);

// Fills {unit}, {counter}, {phone}, {hours}, {address} and {website} in a text of the content's.
std::string filled(const std::string& text, const content::snapshot& content, const content::unit& unit);

}  // namespace motcua::intents
