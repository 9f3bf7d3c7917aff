#include "server/channels/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>

namespace motcua::channels {
namespace {

using digest = std::array<unsigned char, 32>;

std::string hex(const digest& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const auto byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

void require(bool ok) {
  if (!ok) throw std::runtime_error{"OpenSSL refused SHA-256"};
}

}  // namespace

std::string sha256_hex(std::initializer_list<std::string_view> pieces) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> work{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
  digest out{};
  require(work && EVP_DigestInit_ex(work.get(), EVP_sha256(), nullptr) == 1);
  for (const auto piece : pieces) require(EVP_DigestUpdate(work.get(), piece.data(), piece.size()) == 1);
  require(EVP_DigestFinal_ex(work.get(), out.data(), nullptr) == 1);
  return hex(out);
}

std::string hmac_sha256_hex(std::string_view key, std::string_view data) {
  digest out{};
  require(key.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
  require(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
               reinterpret_cast<const unsigned char*>(data.data()), data.size(), out.data(),
               nullptr) != nullptr);
  return hex(out);
}

}  // namespace motcua::channels
