// Random words for keys, states and verifiers, from libsodium. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::crypto {

std::string base64url(std::string_view bytes);         // without padding
std::string random_base64url(std::size_t bytes = 32);  // 32 bytes are 43 characters
std::uint32_t random_below(std::uint32_t bound);       // each of 0 to bound - 1 as likely

}  // namespace motcua::crypto
