// Signs webhook bodies as the platforms do, with the references' test secrets.
#pragma once

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <string>
#include <string_view>

namespace motcua::tests {

inline constexpr std::string_view zalo_app_id = "4417733920815566021";
inline constexpr std::string_view zalo_oa_id = "2881503477612093508";
inline constexpr std::string_view zalo_oa_secret = "Tn4xQ8vLr2ZbK6mYw1Pd";
inline constexpr std::string_view page_id = "104857600000001";
inline constexpr std::string_view facebook_app_id = "880000000000001";
inline constexpr std::string_view facebook_app_secret = "00112233445566778899aabbccddeeff";

inline std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += "0123456789abcdef"[bytes[i] >> 4];
    text += "0123456789abcdef"[bytes[i] & 15];
  }
  return text;
}

inline std::string zalo_signature(const std::string& body, const std::string& timestamp,
                                  std::string_view secret = zalo_oa_secret) {
  const std::string all = std::string{zalo_app_id} + body + timestamp + std::string{secret};
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  EVP_Digest(all.data(), all.size(), digest.data(), &size, EVP_sha256(), nullptr);
  return "mac=" + hex(digest.data(), size);
}

// The digits of the top-level "timestamp", as they stand in a fixture.
inline std::string timestamp_of(const std::string& body) {
  const auto key = body.rfind("\"timestamp\"");
  const auto first = key == std::string::npos ? std::string::npos : body.find_first_of("0123456789", key);
  return first == std::string::npos ? ""
                                    : body.substr(first, body.find_first_not_of("0123456789", first) - first);
}

inline std::string messenger_signature(const std::string& body,
                                       std::string_view secret = facebook_app_secret) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest.data(), &size);
  return "sha256=" + hex(digest.data(), size);
}

}  // namespace motcua::tests
