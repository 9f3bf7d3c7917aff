// Every phrase the dialogue says. The start and `motcua content check` make sure that the phrasebook has them
// all.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "content/knowledge/phrasebook.hpp"

namespace motcua::intents {

// One error for each key the dialogue needs and the phrasebook lacks.
std::vector<content::finding> missing_phrases(const content::phrasebook& phrases);

}  // namespace motcua::intents
