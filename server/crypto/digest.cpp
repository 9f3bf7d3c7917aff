#include "server/crypto/digest.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace motcua::crypto {
namespace {

constexpr std::size_t block = 64;  // of SHA-256, bytes

void require(bool ok) {
  if (!ok) throw std::runtime_error{"OpenSSL refused SHA-256"};
}

// Looked up once, worked with on each thread: looking up costs more than the digest of a webhook.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> found{EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                     &EVP_MD_free};
  require(found != nullptr);
  return found.get();
}

EVP_MD_CTX* context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> made{EVP_MD_CTX_new(),
                                                                                  &EVP_MD_CTX_free};
  require(made != nullptr);
  return made.get();
}

std::string_view as_text(const digest& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::array<char, block> padded(std::string_view key, char with) {
  std::array<char, block> pad{};
  std::copy(key.begin(), key.end(), pad.begin());
  for (char& c : pad) c = static_cast<char>(c ^ with);
  return pad;
}

}  // namespace

digest sha256(std::initializer_list<std::string_view> pieces) {
  EVP_MD_CTX* const work = context();
  digest out{};
  require(EVP_DigestInit_ex(work, algorithm(), nullptr) == 1);
  for (const auto piece : pieces) require(EVP_DigestUpdate(work, piece.data(), piece.size()) == 1);
  require(EVP_DigestFinal_ex(work, out.data(), nullptr) == 1);
  return out;
}

// RFC 2104. OpenSSL's own one-shot looks its algorithm up at every call.
digest hmac_sha256(std::string_view key, std::string_view data) {
  digest hashed{};
  if (key.size() > block) {
    hashed = sha256({key});
    key = as_text(hashed);
  }
  const auto inner_pad = padded(key, 0x36);
  const auto outer_pad = padded(key, 0x5c);
  const digest inner = sha256({{inner_pad.data(), block}, data});
  return sha256({{outer_pad.data(), block}, as_text(inner)});
}

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

}  // namespace motcua::crypto
