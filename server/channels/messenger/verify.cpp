#include "server/channels/messenger/verify.hpp"

#include <openssl/crypto.h>

#include <algorithm>

#include "server/crypto/digest.hpp"

namespace motcua::messenger {
namespace {

constexpr std::string_view prefix = "sha256=";

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

// An empty key is one that everybody knows.
bool signed_with(const std::string& secret, std::string_view given, std::string_view raw_body) {
  return !secret.empty() && same(given, crypto::hmac_sha256_hex(secret, raw_body));
}

std::string lower_hex(std::string_view digits) {
  std::string made{digits};
  for (char& c : made)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string value_of(const std::map<std::string, std::string>& query, const char* name) {
  const auto found = query.find(name);
  return found == query.end() ? std::string{} : found->second;
}

}  // namespace

bool signature_valid(const account& who, std::string_view header, std::string_view raw_body) {
  if (!header.starts_with(prefix) || header.size() != prefix.size() + 64) return false;
  const std::string given = lower_hex(header.substr(prefix.size()));
  if (given.find_first_not_of("0123456789abcdef") != std::string::npos) return false;
  return signed_with(who.app_secret, given, raw_body) ||
         signed_with(who.previous_app_secret, given, raw_body);
}

verification verify_subscription(const account& who, const std::map<std::string, std::string>& query) {
  constexpr std::size_t longest_challenge = 256;
  if (who.verify_token.empty() || value_of(query, "hub.mode") != "subscribe" ||
      !same(value_of(query, "hub.verify_token"), who.verify_token))
    return {403, "refused"};
  std::string challenge = value_of(query, "hub.challenge");
  const bool plain = !challenge.empty() && challenge.size() <= longest_challenge &&
                     std::all_of(challenge.begin(), challenge.end(), word_char);
  if (!plain) return {400, "hub.challenge must be a plain word"};
  return {200, std::move(challenge)};
}

std::string timed_proof(const account& who, std::chrono::sys_seconds at) {
  const std::string message = who.page_token + '|' + std::to_string(at.time_since_epoch().count());
  return crypto::hmac_sha256_hex(who.app_secret, message);
}

}  // namespace motcua::messenger
