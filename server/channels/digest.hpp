// SHA-256 and HMAC-SHA-256 as lower-case hex. Pure; any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace motcua::channels {

// Of the pieces one after another. Throws std::runtime_error if OpenSSL fails.
std::string sha256_hex(std::initializer_list<std::string_view> pieces);

std::string hmac_sha256_hex(std::string_view key, std::string_view data);

}  // namespace motcua::channels
