// The codes by which 1022 sends a caller on to an answer, as they are made and as people type them. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::intents {

// No vowel, D or W: a Vietnamese keyboard (Telex, VNI) would make accented letters of them, and no word can
// come about. None that look alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B), and no N beside M, which sound alike.
inline constexpr std::string_view referral_letters = "CFHJKMPRTVX";
inline constexpr std::string_view referral_digits = "23456789";
inline constexpr std::size_t referral_code_length = 6;

// Six of these, at least two letters and two digits among them: some 40 million codes.
bool is_referral_code(std::string_view code);

struct code_found {
  std::string code;  // upper case, without gaps
  std::size_t begin = 0;
  std::size_t end = 0;  // in bytes
};

// Wherever one stands in a text, in any case, whole or with blanks, dots or hyphens in it. What has the shape
// need not be one: only the store knows. At most `most_codes`.
inline constexpr std::size_t most_codes = 4;
std::vector<code_found> referral_codes_in(std::string_view text);

}  // namespace motcua::intents
