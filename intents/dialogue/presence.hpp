// Who has the word: the bot, or an officer who has written to the citizen. Two voices at once would confuse
// the citizen and undo the officer's work (messenger.md 5.3).
#pragma once

#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

// The bot falls silent for as long as the setting says, and will present itself anew afterwards. `said`: what
// the officer writes by way of the console, sent in the office's name; empty where the platform has brought
// it already.
turn officer_spoke(const content::snapshot& content, const conversation& before, const setting& where,
                   const std::string& said);
// The bot may answer again; it says that it is the bot.
turn handed_back(const conversation& before);
// Nothing is said, nothing is changed.
turn silent(const conversation& before);

bool person_has_the_word(const conversation& before, instant now);
// A button of ours, or words that name the bot: the citizen wants it although a person is there.
bool calls_the_bot(const citizen_event& event, const content::snapshot& content);

}  // namespace motcua::intents
