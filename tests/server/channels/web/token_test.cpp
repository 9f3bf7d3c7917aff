#include "server/channels/web/token.hpp"

#include <gtest/gtest.h>

#include "server/channels/web/sessions.hpp"

namespace motcua::web {
namespace {

random_source filled_with(unsigned char byte) {
  return [byte](std::span<unsigned char> out) { std::fill(out.begin(), out.end(), byte); };
}

TEST(Token, IsBase64urlOfThe32Bytes) {
  EXPECT_EQ(new_token(filled_with(0x00)), std::string(43, 'A'));
  EXPECT_EQ(new_token(filled_with(0xff)), std::string(42, '_') + '8');
  // python3: base64.urlsafe_b64encode(bytes(range(32)))
  const auto counting = [](std::span<unsigned char> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<unsigned char>(i);
  };
  EXPECT_EQ(new_token(counting), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
}

TEST(Token, OfTheSystemIsNewEachTime) {
  EXPECT_NE(new_token(system_random()), new_token(system_random()));
}

TEST(Token, DigestIsSha256InHex) {
  EXPECT_EQ(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Token, IsTakenFromABearerHeaderOnly) {
  const std::string token(43, 'x');
  EXPECT_EQ(bearer("Bearer " + token), token);
  for (const std::string& header : {std::string{}, token, "Basic " + token, "Bearer " + token + "x",
                                    "Bearer  " + token, "Bearer " + std::string(42, 'x') + "="})
    EXPECT_EQ(bearer(header), "") << header;
}

}  // namespace
}  // namespace motcua::web
