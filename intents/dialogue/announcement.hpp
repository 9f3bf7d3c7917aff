// Urgent notices of the office, on top of what is answered: once, and again after a day.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/fact.hpp"
#include "content/knowledge/phrasebook.hpp"
#include "intents/dialogue/conversation.hpp"
#include "intents/dialogue/reply.hpp"

namespace motcua::intents {

struct announcement {
  std::string id;  // another one where the words change: then it is news again
  std::string text;
  std::string source;    // whose word it is: "Công điện 12/CĐ-UBND"
  content::date upto{};  // the last day
};

void announce(const std::vector<announcement>& now_valid, const content::phrasebook& phrases,
              conversation& after, std::vector<reply>& replies, instant now);

}  // namespace motcua::intents
