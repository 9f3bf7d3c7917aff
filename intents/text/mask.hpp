// Personal numbers are masked before a word of a citizen's is stored or counted (law.md D-02).
#pragma once

#include <string>
#include <string_view>

namespace motcua::intents {

// What stands for a dossier code (H24.22.99-260921-896048), and for what was meant as one: that it was there
// is still to be understood.
inline constexpr std::string_view dossier_mask = "[số hồ sơ]";
inline constexpr std::string_view broken_dossier_mask = "[số hồ sơ sai dạng]";

// Replaces dossier codes by those, and by "***": 12-digit personal ids, 9-digit old ids, phone numbers,
// e-mail addresses, account numbers of 8 or more digits, number plates. Short numbers (a menu digit, 1022, a
// year, a national procedure code such as 1.001193) stay.
std::string mask_personal(std::string_view text);

}  // namespace motcua::intents
