// Whom to call in an emergency (law.md D-52), and the sentence that says so. Pure.
#pragma once

#include <string_view>

#include "intents/match/understanding.hpp"

namespace motcua::intents {

struct help_line {
  std::string_view number;
  std::string_view phrase;  // key of the phrasebook
  std::string_view button;  // the same
};

help_line help_for(danger what) noexcept;

}  // namespace motcua::intents
