// Feedback and wishes of citizens (phản ánh, kiến nghị), taken in by a short dialogue where the unit does so
// (law.md D-07, D-51): what, of which kind, where, when, a photo where the unit takes one and the citizen
// agrees, and whether they want to be told here. Pure. What is said is handed to the store turn by turn; the
// conversation's state holds only which question stands.
//
// Accusations against a person are never taken in (law.md D-50): turn.cpp answers those before.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/fact.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

enum class feedback_kind { works, paperwork, conduct, other };
inline constexpr std::array all_feedback_kinds{feedback_kind::works, feedback_kind::paperwork,
                                               feedback_kind::conduct, feedback_kind::other};
std::string_view name_of(feedback_kind k) noexcept;
std::optional<feedback_kind> parse_feedback_kind(std::string_view name) noexcept;

enum class ticket_status { received, passed_on, in_work, answered, declined };
inline constexpr std::array all_ticket_statuses{ticket_status::received, ticket_status::passed_on,
                                                ticket_status::in_work, ticket_status::answered,
                                                ticket_status::declined};
std::string_view name_of(ticket_status s) noexcept;
std::optional<ticket_status> parse_ticket_status(std::string_view name) noexcept;

// As whoever has its code may know it: nothing of what was said.
struct ticket {
  std::string code;  // "K7M4XPC" (text/short_code.hpp)
  feedback_kind kind = feedback_kind::other;
  ticket_status status = ticket_status::received;
  instant filed_at;
  instant changed_at;
  std::string word;  // of the office to the citizen, with the last change
  std::optional<content::date> due;
};

// What a turn does to the draft of its conversation.
struct feedback_note {
  enum class of { begun, what, kind, place, time, photo, filed, dropped } is{};
  std::string text{};                  // the citizen's words, the kind's name, the code
  bool tell = false;                   // filed: they agreed to be told in this conversation
  std::optional<content::date> due{};  // filed: by when the unit wants to have answered
};

// How a unit takes feedback in; not at all: no such rules.
struct feedback_rules {
  int working_days = 0;  // in which the unit answers; 0: nothing is promised
  std::string code;      // for the ticket that this turn may file
  bool photos = false;   // one may go with it, where the citizen agrees (law.md D-03, D-07)
};

// Of the picture that a citizen sent when they were asked for one.
enum class photo_state { kept, refused };  // refused: too large, no picture, or it could not be fetched

// The ticket codes that a text may name.
std::vector<std::string> tickets_named(std::string_view text);

}  // namespace motcua::intents
