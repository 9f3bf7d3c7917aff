// Questions that say the same in other words, as one group each. Pure; the same questions give the same
// groups.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "intents/dialogue/conversation.hpp"

namespace motcua::staff {

using intents::instant;

struct question {
  std::string text;
  instant at;
  std::string unhelpful{};  // the entry whose answer did not help; empty: there was none
};

struct question_group {
  std::string key;  // what they have in common: folded words, sorted; stable while the most asked one stays
  std::size_t count = 0;
  std::vector<std::string> examples;  // different wordings, the most frequent first; at most three
  instant last_at;
  std::vector<std::string> unhelpful{};  // entries whose answers did not help, each once
};

// Two belong together where they share at least three of five of their words, diacritics and order aside. The
// most asked first, then the newest. Looks at every pair of a question and a group: for some thousands of
// questions.
std::vector<question_group> group_alike(const std::vector<question>& questions);

// Under which a question, or a group that it leads, is marked.
std::string key_of(const std::string& text);

}  // namespace motcua::staff
