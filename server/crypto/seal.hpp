// Secrets at rest: sealed so that whoever has only the database has nothing (libsodium's secretbox,
// XSalsa20-Poly1305, a fresh nonce each time). Any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::crypto {

inline constexpr std::size_t seal_key_size = 32;

class sealer {
 public:
  // Throws std::invalid_argument unless `key` has 32 bytes, std::runtime_error if libsodium cannot start.
  explicit sealer(std::string_view key);
  ~sealer();  // wipes the key
  sealer(const sealer&) = delete;
  sealer& operator=(const sealer&) = delete;

  // "sealed:1:" and base64. Of the same secret another text each time.
  std::string seal(std::string_view secret) const;
  // None where it was sealed with another key, or meddled with. What was never sealed is given as it is.
  std::optional<std::string> open(std::string_view kept) const;

 private:
  std::array<unsigned char, seal_key_size> key_;
};

bool is_sealed(std::string_view kept) noexcept;

}  // namespace motcua::crypto
