// Random words for keys, states and verifiers, from libsodium. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace motcua::crypto {

std::string base64url(std::string_view bytes);         // without padding
std::string random_base64url(std::size_t bytes = 32);  // 32 bytes are 43 characters

}  // namespace motcua::crypto
