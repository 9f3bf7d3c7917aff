#include "server/channels/zalo/verify.hpp"

#include <openssl/crypto.h>

#include "server/channels/body.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::zalo {
namespace {

constexpr std::size_t mac_digits = 64;

char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view without_blanks(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string mac_of(const account& who, std::string_view raw_body, std::string_view timestamp) {
  return crypto::sha256_hex({who.app_id, raw_body, timestamp, who.oa_secret});
}

std::optional<std::string> digest_in_header(std::string_view header) {
  auto digits = without_blanks(header);
  if (const auto equals = digits.find('='); equals != std::string_view::npos) {
    std::string name{without_blanks(digits.substr(0, equals))};
    for (char& c : name) c = lower(c);
    if (name != "mac") return std::nullopt;
    digits = without_blanks(digits.substr(equals + 1));
  }
  if (digits.size() != mac_digits) return std::nullopt;
  std::string digest;
  for (const char c : digits) digest += lower(c);
  if (digest.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  return digest;
}

bool signature_valid(const account& who, std::string_view header, std::string_view raw_body) {
  const auto given = digest_in_header(header);
  if (!given) return false;
  const auto body = channels::read_body(raw_body);
  if (!body) return false;
  const auto timestamp = channels::text_at(*body, {"timestamp"});
  if (timestamp.empty()) return false;
  const auto expected = mac_of(who, raw_body, timestamp);
  return CRYPTO_memcmp(given->data(), expected.data(), mac_digits) == 0;
}

}  // namespace motcua::zalo
