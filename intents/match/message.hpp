// What was written, read: the whole, and where there is more than one sentence or clause, its parts.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "intents/text/reader.hpp"

namespace motcua::intents {

struct message {
  content::unit_id from;  // whose citizen says it
  utterance whole;
  std::optional<utterance> question;  // of several sentences the one that asks
  std::optional<utterance> asking;    // of the sentence that asks, the part between commas that does
  std::vector<utterance> sentences;   // none where there is only one
  std::vector<utterance> clauses;     // of a single sentence with commas
};

message read_message(const std::string& clean_text, const reader& words, const content::unit_id& from);

// The ways to part a message in two questions: between sentences, at a comma, or where it goes on with "và",
// "còn". Only halves that both ask.
std::vector<std::pair<utterance, utterance>> halves_of(const message& m);

}  // namespace motcua::intents
