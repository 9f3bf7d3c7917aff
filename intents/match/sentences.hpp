// A long message in its sentences: people tell the matter first and ask in the end, and some ask two things.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Cut at full stops, question and exclamation marks, semicolons and line ends; what is shorter than three
// words goes with the sentence before. One sentence: the text itself.
std::vector<std::string> sentences_of(std::string_view clean_text);

// Cut at commas, each of at least three words; one clause: the text itself.
std::vector<std::string> clauses_of(std::string_view clean_text);

// Whether it ends as questions do: one of its last words is a question word.
bool asks(const utterance& spoken);

// The sentence that asks: the last with a question mark or a question word, else the last.
std::size_t asking_sentence(const std::vector<std::string>& sentences);

// The places (first words of the second part) at which an utterance may go on to another matter: "và", "với
// lại", "còn". At most four.
std::vector<std::size_t> turning_points(const utterance& spoken);

}  // namespace motcua::intents
