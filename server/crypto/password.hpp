// Passwords at rest: Argon2id by libsodium. Each call takes some tenths of a second and 64 MB: not for an io
// thread, and not many at once.
#pragma once

#include <string>
#include <string_view>

namespace motcua::crypto {

// The text to keep: algorithm, costs, salt and hash. Throws std::runtime_error where memory is short.
std::string password_hash(std::string_view password);
bool password_fits(std::string_view password, const std::string& kept);

}  // namespace motcua::crypto
