// One-time codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits), by liboath.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::crypto {

struct totp_secret {
  std::string bytes;  // 20
};

totp_secret new_totp_secret();
std::string base32(const totp_secret& secret);  // as people type it into the app
std::optional<totp_secret> from_base32(std::string_view text);
// otpauth://totp/... for a QR code.
std::string totp_link(const totp_secret& secret, std::string_view issuer, std::string_view account);

// The code that an app shows at this moment.
std::string totp_code(const totp_secret& secret, std::chrono::system_clock::time_point now);

// The 30-second step that `code` belongs to, this one or a neighbour's, for clocks that differ; none where it
// is wrong. A step that was used once must not be taken again (RFC 6238 5.2): the caller keeps it.
std::optional<std::int64_t> totp_step(const totp_secret& secret, std::string_view code,
                                      std::chrono::system_clock::time_point now);

}  // namespace motcua::crypto
