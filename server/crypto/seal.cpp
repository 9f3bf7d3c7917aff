#include "server/crypto/seal.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace motcua::crypto {
namespace {

constexpr std::string_view mark = "sealed:1:";
static_assert(seal_key_size == crypto_secretbox_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string to_base64(const std::vector<unsigned char>& raw) {
  std::string text(sodium_base64_ENCODED_LEN(raw.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), raw.data(), raw.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // its terminating zero
  return text;
}

std::optional<std::vector<unsigned char>> from_base64(std::string_view text) {
  std::vector<unsigned char> raw(text.size());
  std::size_t size = 0;
  if (sodium_base642bin(raw.data(), raw.size(), text.data(), text.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  raw.resize(size);
  return raw;
}

}  // namespace

sealer::sealer(std::string_view key) : key_{} {
  if (key.size() != seal_key_size) throw std::invalid_argument{"a sealing key has 32 bytes"};
  if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot start"};
  std::copy(key.begin(), key.end(), key_.begin());
}

sealer::~sealer() {
  sodium_memzero(key_.data(), key_.size());
}

std::string sealer::seal(std::string_view secret) const {
  std::vector<unsigned char> raw(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
  randombytes_buf(raw.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(raw.data() + crypto_secretbox_NONCEBYTES, bytes_of(secret), secret.size(), raw.data(),
                        key_.data());
  return std::string{mark} + to_base64(raw);
}

std::optional<std::string> sealer::open(std::string_view kept) const {
  if (!is_sealed(kept)) return std::string{kept};
  const auto raw = from_base64(kept.substr(mark.size()));
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!raw || raw->size() < around) return std::nullopt;
  std::string secret(raw->size() - around, '\0');
  const bool intact =
      crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()),
                                 raw->data() + crypto_secretbox_NONCEBYTES,
                                 raw->size() - crypto_secretbox_NONCEBYTES, raw->data(), key_.data()) == 0;
  return intact ? std::optional{std::move(secret)} : std::nullopt;
}

bool is_sealed(std::string_view kept) noexcept {
  return kept.starts_with(mark);
}

}  // namespace motcua::crypto
