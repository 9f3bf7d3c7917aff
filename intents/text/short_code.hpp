// The short codes that people are given to say, write down and type: of an answer to which 1022 sent them, of
// their own feedback. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::intents {

// No vowel, D or W: a Vietnamese keyboard (Telex, VNI) would make accented letters of them, and no word can
// come about. None that look alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B), and no N beside M, which sound alike.
inline constexpr std::string_view code_letters = "CFHJKMPRTVX";
inline constexpr std::string_view code_digits = "23456789";

// How many characters a code has tells what it is for. At least two letters and two digits are among them.
inline constexpr std::size_t referral_code_length = 6;  // some 40 million
inline constexpr std::size_t ticket_code_length = 7;

bool is_short_code(std::string_view code, std::size_t length);

struct code_found {
  std::string code;  // upper case, without gaps
  std::size_t begin = 0;
  std::size_t end = 0;  // in bytes
};

// Wherever one stands in a text, in any case, whole or with blanks, dots or hyphens in it. What has the shape
// need not be one: only the store knows. At most `most_codes`.
inline constexpr std::size_t most_codes = 4;
std::vector<code_found> short_codes_in(std::string_view text, std::size_t length);

using random_below = std::function<std::uint32_t(std::uint32_t bound)>;  // each of 0 to bound - 1 as likely

// One of all those of the right shape, each as likely.
std::string new_short_code(std::size_t length, const random_below& random);

}  // namespace motcua::intents
