#include "server/crypto/password.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace motcua::crypto {
namespace {

// OWASP's password storage cheat sheet: Argon2id with at least 19 MiB and two passes. 64 MiB and three leave
// the small machine room to serve meanwhile.
constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64U << 20U;

void start() {
  if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot start"};
}

}  // namespace

std::string password_hash(std::string_view password) {
  start();
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (crypto_pwhash_str_alg(kept.data(), password.data(), password.size(), passes, memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error{"too little memory to hash a password (64 MB)"};
  return kept.data();
}

bool password_fits(std::string_view password, const std::string& kept) {
  start();
  return crypto_pwhash_str_verify(kept.c_str(), password.data(), password.size()) == 0;
}

}  // namespace motcua::crypto
