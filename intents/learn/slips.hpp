// Phrases as they get mangled on a phone: left-out diacritics, keys of the input method, neighbouring,
// swapped, lost and doubled letters, lost spaces. Training sees them, so that it expects them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::intents {

// A normalised phrase with slips made up from it and `salt`: the same two always give the same slips.
std::string with_slips(std::string_view normalised, std::uint64_t salt);

}  // namespace motcua::intents
