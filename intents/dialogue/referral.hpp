// A caller whom 1022 has sent on to an answer, from the code they type or open to what they think of it.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/aspect.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

struct referral {
  std::string code;  // "K7M4XP" (text/short_code.hpp)
  content::entry_id entry;
  content::aspect about = content::aspect::overview;
  content::unit_id unit;  // whose caller it was
};

// How far a referral came. Each counts once a code, but the calls.
enum class referral_step {
  opened,  // its page, or its answer in the bot
  asked_on,
  helped,
  not_helped,
  saved,  // a call or a way to the office
  not_saved,
  called_again,
};

struct referral_progress {
  std::string code;
  referral_step to{};
};

// The codes that a citizen's text or button may name: to be looked up, and put into the setting of its turn.
std::vector<std::string> codes_named(std::string_view text);

// Of those found, the one that the text names first.
const referral* named_in(std::string_view text, const std::vector<referral>& found);

// The text is a code and hardly a word more: where none holds, that must be said.
bool is_only_a_code(std::string_view text);

}  // namespace motcua::intents
