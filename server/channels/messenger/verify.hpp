// Whether a webhook request comes from Facebook, and the proofs that our own calls carry
// (messenger.md 1.2, 1.3, 3.1). Pure; any thread; comparisons take the same time for every input of a length.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "server/channels/messenger/account.hpp"

namespace motcua::messenger {

inline constexpr std::string_view signature_header = "X-Hub-Signature-256";

// `header` is "sha256=" and 64 hex digits; anything else is false. `raw_body` is the bytes as received.
bool signature_valid(const account& who, std::string_view header, std::string_view raw_body);

// The answer to a GET verification: 200 with the challenge, 403 for a wrong mode or token, 400 for a
// challenge that is no plain word (it must not be a way to have script reflected).
struct verification {
  int status = 403;
  std::string body;
};
verification verify_subscription(const account& who, const std::map<std::string, std::string>& query);

// HMAC of "<token>|<seconds>", good for five minutes around that second.
std::string timed_proof(const account& who, std::chrono::sys_seconds at);

}  // namespace motcua::messenger
