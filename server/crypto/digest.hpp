// SHA-256 and HMAC-SHA-256. Pure; any thread. Throws std::runtime_error if OpenSSL fails.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace motcua::crypto {

using digest = std::array<unsigned char, 32>;

digest sha256(std::initializer_list<std::string_view> pieces);  // of the pieces one after another
digest hmac_sha256(std::string_view key, std::string_view data);

std::string hex(const digest& bytes);  // lower-case
inline std::string sha256_hex(std::initializer_list<std::string_view> pieces) {
  return hex(sha256(pieces));
}
inline std::string hmac_sha256_hex(std::string_view key, std::string_view data) {
  return hex(hmac_sha256(key, data));
}

}  // namespace motcua::crypto
