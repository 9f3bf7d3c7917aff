// Makes codes for referrals. Pure, but for the randomness it is given.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace motcua::referral {

using random_below = std::function<std::uint32_t(std::uint32_t bound)>;  // each of 0 to bound - 1 as likely

// One of all those of the right shape (intents/text/referral_code.hpp), each as likely.
std::string new_code(const random_below& random);

}  // namespace motcua::referral
