// What the bot remembers of a conversation between two turns. A value: stored as JSON, replayable, without a
// word of what the citizen wrote (law.md D-01).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::intents {

using instant = std::chrono::sys_time<std::chrono::milliseconds>;

struct choice {  // what a bare "2" means while the offer stands
  std::string title;
  std::string payload;
};

struct told_notice {  // an urgent notice that the citizen has seen
  std::string id;
  instant at;
};

struct sent_on {  // by 1022, with a code
  std::string code;
  instant at;
  bool asked_on = false;
};

// The question that stands. Kept as numbers: add at the end.
enum class feedback_step {
  what,
  kind,
  where,
  when,
  contact,
  photo,    // whether they agree to send one
  picture,  // they do: where is it
};

inline constexpr std::size_t most_talked_of = 6;
inline constexpr std::size_t most_told = 8;

struct conversation {
  bool introduced = false;                   // the notice of law.md D-06 has been given
  std::optional<content::entry_id> in_hand;  // what the last answer was about
  content::aspect last_aspect = content::aspect::overview;
  std::vector<content::entry_id> talked_of;  // in the order they came up first, at most `most_talked_of`
  std::vector<choice> offered;               // in the order shown
  bool asked_back = false;                   // we asked which of `offered` was meant
  std::optional<instant> last_turn;
  std::optional<instant> person_until;  // an officer has written: the bot is silent until then
  std::optional<instant> pace_since;    // when the minute began in which `pace_turns` turns were taken
  int pace_turns = 0;
  std::optional<instant> opinion_asked;    // whether the answers helped, the last time
  std::vector<told_notice> told;           // at most `most_told`, the latest last
  std::optional<feedback_step> reporting;  // feedback is being taken in
  std::optional<sent_on> referred;         // whose answers are counted to a referral
  int same_answers = 0;                    // how often in a row the last answer was given
};

std::string to_json(const conversation& state);
// A text that is not ours (an older or broken form) gives a fresh conversation: the citizen is greeted anew.
conversation conversation_from_json(std::string_view text);

}  // namespace motcua::intents
