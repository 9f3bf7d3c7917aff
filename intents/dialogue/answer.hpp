// An entry's aspect as text, from its facts and nothing else. A fact that may not be said never lends a
// digit.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/reading.hpp"

namespace motcua::intents {

// Whether the entry has something sayable on this side: what is worth a button.
bool has_aspect(const reading& r, content::aspect about);

// The facts of one side alone, or what is said in their place where the entry is not in force; empty where
// nothing may be said.
std::string facts_text(const reading& r, content::aspect about);

// Paragraphs in order: title, facts, source, whom to ask.
std::vector<std::string> answer_text(const reading& r, content::aspect about);

}  // namespace motcua::intents
