// What is said in each case of a turn. Every member gives a turn whose `after` still lacks the notice, the
// offers and the time: take_turn adds them.
#pragma once

#include "intents/dialogue/circumstance.hpp"
#include "intents/dialogue/offers.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

// Holds references: lives only as long as the turn it answers.
class response {
 public:
  response(const content::snapshot& content, const conversation& before, const setting& where);

  // By entry id or national code, as a payload writes it; nullptr for neither.
  const content::entry* look_up(const std::string& written) const;

  turn understood(const understanding& u, const bearing& on_what_is_in_hand = {}) const;
  // What was offered is declined, or all is well: a kind word, and the matter in hand stays in hand.
  turn closing() const;
  turn which_procedure(content::aspect about) const;
  turn entry(const content::entry& e, content::aspect about) const;
  turn emergency(danger what) const;
  turn accusation() const;
  turn person() const;
  turn welcome() const;
  turn menu() const;
  turn no_media() const;
  // The bot has been stopped here by its people: nothing but whom to ask.
  turn stopped() const;
  // The answer to which 1022 sent the citizen; of another side of it where they ask for one.
  turn referred(const referral& by, std::optional<content::aspect> about) const;
  turn no_such_code() const;
  // What the city's service says of the citizen's dossier; where it says nothing, how to look it up.
  turn dossier(const dossier_state& told) const;
  turn broken_dossier_code() const;
  // What the citizen thinks of the answers, and what we say to that.
  turn judged(opinion thought) const;

  // One of the bot's sentences, and whom to ask.
  std::vector<reply> word(std::string_view key) const;
  void introduce(std::vector<reply>& replies) const;

  // What the conversation is about; nullptr where nothing is, or it was too long ago.
  const content::entry* in_hand() const;

 private:
  turn held_back(const content::entry& e) const;
  turn look_up_dossier(const std::string& why) const;
  const content::entry* find(const content::entry_id& id) const;  // as the unit's citizens see it
  std::string whether_open() const;  // empty where the unit's hours are not known
  turn begun(decision what) const;
  turn with_menu(decision what, std::vector<std::string> paragraphs, content::aspect about) const;
  turn talk(const content::entry& e) const;
  void ask_opinion(turn& t, opinion yes, opinion no) const;
  turn clarify(const understanding& u) const;
  // Where only a side was asked for: of what is in hand, or, where we had just asked which matter was meant,
  // once more which of those.
  turn side(content::aspect about) const;
  turn which_of(const std::vector<option>& options, content::aspect about) const;
  std::vector<option> left_open() const;
  bool still_fresh() const;  // what was talked of still counts
  turn not_understood(bool outside) const;
  turn request(decision what, const understanding& u, std::string_view otherwise) const;
  turn with_second(turn t, const second_question& also) const;
  const content::entry* talked_of_again(const understanding& u) const;
  turn of_what_is_in_hand(const content::entry& held, const understanding& u) const;

  const content::snapshot& content_;
  const conversation& before_;
  const setting& where_;
  const content::unit& unit_;
  content::date today_;
};

// The title that an ask-again action shortened: an entry's own where its overview is asked, else the
// button's.
std::string whole_title(const action& a, const content::snapshot& content);

}  // namespace motcua::intents
