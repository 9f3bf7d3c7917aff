// The closed set of Vietnamese syllables: what is none of them was mistyped, run together, or is foreign.
#pragma once

#include <string>
#include <string_view>

namespace motcua::intents {

// Expects one normalised word. Loan spellings and names ("zalo", "vneid") are no syllables.
bool is_syllable(std::string_view word);

// Whether some syllable folds to this: "duong" does (đường, dương ...), "duongf" does not.
bool is_folded_syllable(std::string_view folded_word);

}  // namespace motcua::intents
