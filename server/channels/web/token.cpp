#include "server/channels/web/token.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace motcua::web {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_length = 43;

}  // namespace

random_source system_random() {
  return [](std::span<unsigned char> out) {
    if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
      throw std::runtime_error{"the operating system gives no random bytes"};
  };
}

std::string new_token(const random_source& random) {
  std::array<unsigned char, token_bytes> bytes{};
  random(bytes);
  std::string out;
  unsigned int held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = (held << 8U | byte) & 0xFFFFU;
    for (bits += 8; bits >= 6; bits -= 6) out += alphabet[held >> static_cast<unsigned>(bits - 6) & 0x3FU];
  }
  out += alphabet[held << static_cast<unsigned>(6 - bits) & 0x3FU];
  return out;
}

bool is_token(std::string_view text) noexcept {
  return text.size() == token_length && text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::string digest_of(std::string_view token) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(token.data(), token.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error{"SHA-256 failed"};
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out += digits[digest[i] >> 4U];
    out += digits[digest[i] & 0xFU];
  }
  return out;
}

}  // namespace motcua::web
