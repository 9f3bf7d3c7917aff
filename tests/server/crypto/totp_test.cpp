#include "server/crypto/totp.hpp"

#include <gtest/gtest.h>

namespace motcua::crypto {
namespace {

using std::chrono::seconds;
using std::chrono::system_clock;

system_clock::time_point at(long long second) {
  return system_clock::time_point{seconds{second}};
}

// RFC 6238, appendix B: the secret "12345678901234567890" and SHA-1; the last six of its eight digits.
const totp_secret rfc{"12345678901234567890"};

TEST(Totp, GivesTheCodesOfTheRfc) {
  EXPECT_EQ(totp_code(rfc, at(59)), "287082");
  EXPECT_EQ(totp_code(rfc, at(1111111109)), "081804");
  EXPECT_EQ(totp_code(rfc, at(1234567890)), "005924");
  EXPECT_EQ(totp_code(rfc, at(2000000000)), "279037");
}

TEST(Totp, TakesTheCodeOfThisHalfMinuteAndOfItsNeighbours) {
  const auto code = totp_code(rfc, at(1'000'000));
  EXPECT_EQ(totp_step(rfc, code, at(1'000'000)), 1'000'000 / 30);
  EXPECT_EQ(totp_step(rfc, code, at(1'000'030)), 1'000'000 / 30);
  EXPECT_EQ(totp_step(rfc, code, at(999'970)), 1'000'000 / 30);
  EXPECT_EQ(totp_step(rfc, code, at(1'000'090)), std::nullopt);
}

TEST(Totp, RefusesWhatIsNotSixDigits) {
  for (const char* text : {"", "28708", "2870820", "28708a", "２８７０８２"})
    EXPECT_EQ(totp_step(rfc, text, at(59)), std::nullopt) << text;
}

TEST(Totp, WritesTheSecretAsPeopleTypeIt) {
  EXPECT_EQ(base32(rfc), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  EXPECT_EQ(from_base32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")->bytes, rfc.bytes);
  EXPECT_EQ(totp_link(rfc, "motcua", "chị lan"),
            "otpauth://totp/motcua:ch%E1%BB%8B%20lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=motcua");
}

TEST(Totp, MakesAnotherSecretEachTime) {
  EXPECT_EQ(new_totp_secret().bytes.size(), 20U);
  EXPECT_NE(new_totp_secret().bytes, new_totp_secret().bytes);
}

}  // namespace
}  // namespace motcua::crypto
