// What a matcher says of one utterance.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::intents {

enum class decision {
  answer,   // `entry` is what is asked
  clarify,  // two to four candidates are as likely: let the citizen choose
  not_understood,
  own_dossier,  // "hồ sơ của tôi đến đâu rồi"
  feedback,     // phản ánh, kiến nghị
  person,       // wants a human being
  smalltalk,
  emergency,  // fire, crime, injury, a child in danger: 114, 113, 115, 111
  silent,     // a person is talking with the citizen, or there is nothing more to say
};

std::string_view name_of(decision d) noexcept;

enum class danger { crime, fire, medical, child };

struct candidate {
  content::entry_id entry;
  double confidence = 0;  // 0 to 1, calibrated: 0.8 means right eight times in ten
};

struct second_question {  // asked in the same message, after the first
  content::entry_id entry;
  content::aspect about = content::aspect::overview;
};

struct understanding {
  decision what = decision::not_understood;
  std::optional<content::entry_id> entry;
  content::aspect about = content::aspect::overview;
  bool aspect_named = false;        // the citizen named the aspect; otherwise `about` is the default
  bool aspect_only = false;         // nothing but an aspect was said: a follow-up about what is in hand
  bool about_a_side_alone = false;  // short, asks for a side, and hardly anything in it names an entry
  bool vague = false;               // several entries bear the few words that were said
  bool outside = false;             // likelier about something that is not ours than about any entry
  bool plainly_outside = false;     // and surely so: it is not even a follow-up
  std::optional<danger> hazard;
  std::optional<second_question> also;
  double confidence = 0;
  std::vector<candidate> candidates;  // most likely first, at most five
};

}  // namespace motcua::intents
