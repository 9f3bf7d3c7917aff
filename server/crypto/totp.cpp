#include "server/crypto/totp.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace motcua::crypto {
namespace {

constexpr std::size_t secret_size = 20;  // RFC 4226 4: 160 bits
constexpr unsigned digits = 6;
constexpr std::int64_t step_seconds = 30;

std::string escaped(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain)
      out += static_cast<char>(c);
    else
      (out += '%', out += hex[c >> 4U], out += hex[c & 15U]);
  }
  return out;
}

std::string code_at(const totp_secret& secret, std::int64_t step) {
  std::array<char, digits + 1> code{};
  if (oath_hotp_generate(secret.bytes.data(), secret.bytes.size(), static_cast<std::uint64_t>(step), digits,
                         false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) != OATH_OK)
    throw std::runtime_error{"a one-time code cannot be computed"};
  return {code.data(), digits};
}

std::int64_t step_at(std::chrono::system_clock::time_point now) {
  return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() / step_seconds;
}

}  // namespace

totp_secret new_totp_secret() {
  if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot start"};
  totp_secret made{std::string(secret_size, '\0')};
  randombytes_buf(made.bytes.data(), made.bytes.size());
  return made;
}

std::string base32(const totp_secret& secret) {
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(secret.bytes.data(), secret.bytes.size(), &text, &length) != OATH_OK)
    throw std::runtime_error{"a one-time secret cannot be written as text"};
  const std::unique_ptr<char, decltype(&std::free)> held{text, &std::free};
  std::string out{text, length};
  while (!out.empty() && out.back() == '=') out.pop_back();
  return out;
}

std::optional<totp_secret> from_base32(std::string_view text) {
  char* bytes = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(text.data(), text.size(), &bytes, &length) != OATH_OK) return std::nullopt;
  const std::unique_ptr<char, decltype(&std::free)> held{bytes, &std::free};
  return totp_secret{std::string{bytes, length}};
}

std::string totp_link(const totp_secret& secret, std::string_view issuer, std::string_view account) {
  return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account) + "?secret=" + base32(secret) +
         "&issuer=" + escaped(issuer);
}

std::string totp_code(const totp_secret& secret, std::chrono::system_clock::time_point now) {
  return code_at(secret, step_at(now));
}

std::optional<std::int64_t> totp_step(const totp_secret& secret, std::string_view code,
                                      std::chrono::system_clock::time_point now) {
  if (code.size() != digits ||
      !std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  const auto here = step_at(now);
  std::optional<std::int64_t> found;
  for (const std::int64_t step : {here, here - 1, here + 1})
    if (sodium_memcmp(code_at(secret, step).data(), code.data(), digits) == 0) found = step;
  return found;
}

}  // namespace motcua::crypto
