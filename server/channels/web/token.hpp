// Bearer tokens of the web chat: made of random bytes, known to the server by their digest only. Pure, but
// for system_random.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace motcua::web {

using random_source = std::function<void(std::span<unsigned char>)>;

// The operating system's, by way of OpenSSL. Throws std::runtime_error where there is none. Any thread.
random_source system_random();

// 256 random bits as 43 characters of base64url (messenger.md 7.2).
std::string new_token(const random_source& random);

// True for what new_token may have given: nothing else is worth a look into the store.
bool is_token(std::string_view text) noexcept;

// SHA-256, in lower-case hex.
std::string digest_of(std::string_view token);

}  // namespace motcua::web
