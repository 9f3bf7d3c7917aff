// Written Vietnamese as it is read out: by an operator to a caller, over a commune's loudspeaker. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "content/knowledge/phrasebook.hpp"

namespace motcua::intents {

// 35000: "ba mươi lăm nghìn". Up to twelve digits; more are read one by one.
std::string number_aloud(std::uint64_t number);

// "1022": "một không hai hai"
std::string digits_aloud(std::string_view digits);

// Sentences without list marks, addresses, brackets and abbreviations: sums, dates and phone numbers become
// words, and what the phrasebook has as aloud.<word> is said in full ("UBND": "Ủy ban nhân dân"). Every line
// becomes a sentence.
std::string aloud(std::string_view text, const content::phrasebook& words);

}  // namespace motcua::intents
