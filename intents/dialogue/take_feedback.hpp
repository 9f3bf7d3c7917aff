// The dialogue that takes feedback in (feedback.hpp): one question a turn.
#pragma once

#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

// They have agreed to send a photo, and the question for it stands: for a day.
bool awaits_photo(const conversation& before, instant now);

// Holds references: lives only as long as the turn it answers.
class feedback_taker {
 public:
  feedback_taker(const content::snapshot& content, const conversation& before, const setting& where);

  bool open() const { return where_.feedback.has_value(); }  // the unit takes feedback in
  bool asking() const;                                       // and a question stands, for a day

  // The citizen wants to say something; what they have said already where that is a thought of its own.
  turn begin(const std::string& text) const;
  // What they say to the question that stands.
  turn take(const std::string& text) const;
  turn take(const feedback_payload& pressed) const;
  turn take_place(const std::string& shared) const;  // "20.8561, 106.6822", from the channel's map
  turn take_photo(photo_state sent) const;           // by the channel, after `picture` was asked
  turn again() const;                                // the question once more
  // It is an accusation, or they want something else: what was written so far is let go.
  void drop(turn& t) const;

  turn status_of(const ticket& one) const;
  // What the office did, as far as this citizen has not been told.
  std::vector<std::string> news() const;

 private:
  turn begun() const;
  turn ask(turn t, feedback_step next) const;
  turn next_after(turn t, feedback_step answered) const;
  turn file(bool tell) const;
  turn stopped() const;
  std::string line_of(const ticket& one) const;
  std::optional<content::date> due() const;

  const content::snapshot& content_;
  const content::unit& unit_;
  const conversation& before_;
  const setting& where_;
};

}  // namespace motcua::intents
