// Whether a webhook body comes from Zalo: mac = SHA-256(app id, raw body, timestamp, OA secret key), a plain
// hash and no HMAC (zalo-oa.md 1.3). Pure; any thread; bad input gives false or nothing, never an exception.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/channels/zalo/account.hpp"

namespace motcua::zalo {

inline constexpr std::string_view signature_header = "X-ZEvent-Signature";

// 64 lower-case hex digits. `timestamp` is the body's own, as it is written there.
std::string mac_of(const account& who, std::string_view raw_body, std::string_view timestamp);

// The digest of a header value in lower case: "mac=" in any case, with blanks around "=", and 64 hex digits
// of either case, or the digits alone. nullopt for anything else.
std::optional<std::string> digest_in_header(std::string_view header);

// `raw_body` is the bytes as received. False also for a body that is not JSON or has no top-level timestamp.
bool signature_valid(const account& who, std::string_view header, std::string_view raw_body);

}  // namespace motcua::zalo
