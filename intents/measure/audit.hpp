// What only the trained matcher can tell of the content: phrases that it sends elsewhere, entries that no
// golden phrase reaches, words with their tone mark in another place than everywhere else.
#pragma once

#include <vector>

#include "content/knowledge/finding.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents {

// Warnings, in order of path and line. `with` learnt no golden question: what it finds, it finds by the
// entries alone. Asks every phrase of the content of the matcher: about 0.1 ms each.
std::vector<content::finding> audit(const mind& with);

}  // namespace motcua::intents
