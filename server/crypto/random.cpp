#include "server/crypto/random.hpp"

#include <sodium.h>

#include <stdexcept>

namespace motcua::crypto {

std::string base64url(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), variant);
  text.pop_back();  // its terminating zero
  return text;
}

std::string random_base64url(std::size_t bytes) {
  if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot start"};
  std::string raw(bytes, '\0');
  randombytes_buf(raw.data(), raw.size());
  return base64url(raw);
}

std::uint32_t random_below(std::uint32_t bound) {
  return randombytes_uniform(bound);
}

}  // namespace motcua::crypto
