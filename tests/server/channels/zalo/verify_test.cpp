#include "server/channels/zalo/verify.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <fstream>
#include <iterator>

#include "server/crypto/digest.hpp"
#include "tests/server/channels/zalo/vectors.hpp"

namespace motcua::zalo {
namespace {

struct vector_case {
  std::string_view name;
  std::string_view app_id;
  std::string_view secret;
  std::string_view mac;
  std::string_view base64;
};

constexpr std::array signed_bodies = std::to_array<vector_case>({
    {"TV1", "4417733920815566021", "Tn4xQ8vLr2ZbK6mYw1Pd",
     "139237ce90355b6512d9bedf6f6fb30d7e17d7e741f592a1c6f720bea049fd9c",
     "eyJhcHBfaWQiOiI0NDE3NzMzOTIwODE1NTY2MDIxIiwic2VuZGVyIjp7ImlkIjoiNzMwMjIxODg0NTU2MDkxNzMzNCJ9LCJ1"
     "c2VyX2lkX2J5X2FwcCI6IjExOTAwNjQ0MjMzODc3NTEyODYiLCJyZWNpcGllbnQiOnsiaWQiOiIyODgxNTAzNDc3NjEyMDkz"
     "NTA4In0sImV2ZW50X25hbWUiOiJ1c2VyX3NlbmRfdGV4dCIsIm1lc3NhZ2UiOnsidGV4dCI6IkVtIG114buRbiBsw6BtIGdp"
     "4bqleSBraGFpIHNpbmggY2hvIGNvbiB0aMOsIGPhuqduIG1hbmcgZ2nhuqV5IHThu50gZ8OsIOG6oT8iLCJtc2dfaWQiOiIw"
     "NDI4OTZkYzE5NjZiOGE2MjE0ZSJ9LCJ0aW1lc3RhbXAiOiIxNzkxNzY3NzkxNDE3In0="},
    {"TV2", "4417733920815566021", "Tn4xQ8vLr2ZbK6mYw1Pd",
     "1ff679fd2422811618bfad248eb4638fbbde75e6661046fc78e10687e1e16a63",
     "eyJhcHBfaWQiOiI0NDE3NzMzOTIwODE1NTY2MDIxIiwic2VuZGVyIjp7ImlkIjoiNzMwMjIxODg0NTU2MDkxNzMzNCJ9LCJy"
     "ZWNpcGllbnQiOnsiaWQiOiIyODgxNTAzNDc3NjEyMDkzNTA4In0sImV2ZW50X25hbWUiOiJ1c2VyX3NlbmRfdGV4dCIsIm1l"
     "c3NhZ2UiOnsidGV4dCI6IlRoXHUxZWU3IHRcdTFlZTVjIFx1MDExMVx1MDEwM25nIGtcdTAwZmQga1x1MWViZnQgaFx1MDBm"
     "NG4iLCJtc2dfaWQiOiI1ZDJjNzdlMWEwOWIzNGY4NmMxMCJ9LCJ0aW1lc3RhbXAiOiIxNzkxNzY3OTAwMDAxIn0="},
    {"TV3", "4417733920815566021", "Tn4xQ8vLr2ZbK6mYw1Pd",
     "5bdf40b73e34277eba6ba1c45ef06b06994727558c81e02406e2145ac2a2c11f",
     "eyAiYXBwX2lkIjogNDQxNzczMzkyMDgxNTU2NjAyMSwKICAiZXZlbnRfbmFtZSI6ICJ1c2VyX2NsaWNrX2NoYXRub3ciLAog"
     "ICJvYV9pZCI6IDI4ODE1MDM0Nzc2MTIwOTM1MDgsCiAgInVzZXJfaWQiOiA3MzAyMjE4ODQ1NTYwOTE3MzM0LAogICJ0aW1l"
     "c3RhbXAiOiAxNzkxNzY4MDAwMjUwIH0="},
    {"TV4", "4417733920815566021", "Tn4xQ8vLr2ZbK6mYw1Pd",
     "3d997a5559e7b7fb39406d360818da7bc905d5d7e6cd2a9c23d0c9081a8d8b6b",
     "eyJhcHBfaWQiOiI0NDE3NzMzOTIwODE1NTY2MDIxIiwic2VuZGVyIjp7ImlkIjoiNzMwMjIxODg0NTU2MDkxNzMzNCJ9LCJy"
     "ZWNpcGllbnQiOnsiaWQiOiIyODgxNTAzNDc3NjEyMDkzNTA4In0sImV2ZW50X25hbWUiOiJ1c2VyX3NlbmRfdGV4dCIsIm1l"
     "c3NhZ2UiOnsidGV4dCI6IkdpYcyCzIF5IHhhzIFjIG5oYcyjzIJuIHRpzIBuaCB0cmHMo25nIGhvzIJuIG5oYcyCbiDwn5GN"
     "IiwibXNnX2lkIjoiNzdhZjEwYzJkOTVlNGIzOGY2MDEifSwidGltZXN0YW1wIjoiMTc5MTc2ODEyMzQ1NiJ9"},
    {"TV5", "900150983", "khoa-bi-mat", "0bd362a1c0f2d60ce764432d1d2c5809f9ceb7df23f6c0cc050b2a10a72fc48d",
     "eyJhcHBfaWQiOiI5MDAxNTA5ODMiLCJldmVudF9uYW1lIjoiZm9sbG93IiwiZm9sbG93ZXIiOnsiaWQiOiIxIn0sIm9hX2lk"
     "IjoiMiIsInRpbWVzdGFtcCI6IjE3OTE3NjgyMDAwMDAifQ=="},
});

std::string decoded(std::string_view base64) {
  std::string bytes(base64.size(), '\0');
  const int size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                      reinterpret_cast<const unsigned char*>(base64.data()), static_cast<int>(base64.size()));
  const auto padding = base64.size() - base64.find_last_not_of('=') - 1;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

std::string fixture(std::string_view name) {
  std::ifstream file{std::string{MOTCUA_FIXTURES} + "/zalo/" + std::string{name} + ".json", std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

account an_account() {
  account who;
  who.app_id = vectors::app_id;
  who.oa_id = vectors::oa_id;
  who.oa_secret = vectors::oa_secret;
  return who;
}

std::string mac_header(std::string_view mac) {
  return "mac=" + std::string{mac};
}

class SignedBody : public testing::TestWithParam<vector_case> {};

TEST_P(SignedBody, IsAcceptedWithItsMac) {
  account who;
  who.app_id = GetParam().app_id;
  who.oa_secret = GetParam().secret;
  EXPECT_TRUE(signature_valid(who, mac_header(GetParam().mac), decoded(GetParam().base64)));
}

TEST_P(SignedBody, IsRefusedWhenAnyByteOfItChanges) {
  account who;
  who.app_id = GetParam().app_id;
  who.oa_secret = GetParam().secret;
  const auto body = decoded(GetParam().base64);
  for (std::size_t at = 0; at < body.size(); ++at) {
    auto changed = body;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(signature_valid(who, mac_header(GetParam().mac), changed)) << "byte " << at;
  }
}

INSTANTIATE_TEST_SUITE_P(Vectors, SignedBody, testing::ValuesIn(signed_bodies),
                         [](const auto& one) { return std::string{one.param.name}; });

class SignedFixture : public testing::TestWithParam<vectors::named_mac> {};

TEST_P(SignedFixture, IsAcceptedWithItsMac) {
  EXPECT_TRUE(signature_valid(an_account(), mac_header(GetParam().mac), fixture(GetParam().name)));
}

INSTANTIATE_TEST_SUITE_P(All, SignedFixture, testing::ValuesIn(vectors::fixtures),
                         [](const auto& one) { return std::string{one.param.name}; });

struct wrong_mac {
  std::string_view name;
  std::string_view mac;
  int vector;  // index into signed_bodies
};

class WrongSignature : public testing::TestWithParam<wrong_mac> {};

TEST_P(WrongSignature, IsRefused) {
  const auto body = decoded(signed_bodies.at(static_cast<std::size_t>(GetParam().vector)).base64);
  EXPECT_FALSE(signature_valid(an_account(), mac_header(GetParam().mac), body));
}

INSTANTIATE_TEST_SUITE_P(
    Negatives, WrongSignature,
    testing::Values(
        wrong_mac{"OaIdAsTheFirstTerm", "2d11cd6e32f702f63eac3d868b44bf569f9dd6ed79c3207aa969d946588d44cd",
                  0},
        wrong_mac{"HmacOfTheBody", "4825290f0ee29da7b57b744ee6b3d8214db055bf8644ab9aa690a2fa314bda95", 0},
        wrong_mac{"HmacOfTheConcatenation",
                  "904ca5fcadb255af77bb22543d944abf34d45f338e6672f21f99b046f70007b8", 0},
        wrong_mac{"BodyWrittenAnew", "7bc7a9a812bfe55e33d2cfe27550b6abfc37b98800308ed50f23a4c8958ed961", 0},
        wrong_mac{"TrailingLineFeed", "da6e08c8e1e0b41da005aba01827a269d2a872d99a1154d94d49467a12dcfc3a", 0},
        wrong_mac{"NormalisedBody", "d5e314af19211ef6ca8433d3af0e49ca8fff3f3129a6bae95896cf867565c802", 3}),
    [](const auto& one) { return std::string{one.param.name}; });

const std::string mac{vectors::fixtures[0].mac};

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

TEST(SignatureHeader, TakesMacEqualsDigest) {
  EXPECT_EQ(digest_in_header("mac=" + mac), mac);
}
TEST(SignatureHeader, TakesBlanksAroundTheEqualsSign) {
  EXPECT_EQ(digest_in_header("mac = " + mac), mac);
}
TEST(SignatureHeader, TakesUpperCase) {
  EXPECT_EQ(digest_in_header("MAC=" + upper(mac)), mac);
}
TEST(SignatureHeader, TakesTheBareDigest) {
  EXPECT_EQ(digest_in_header(mac), mac);
}
TEST(SignatureHeader, RefusesNothing) {
  EXPECT_FALSE(digest_in_header(""));
}
TEST(SignatureHeader, RefusesMacWithoutADigest) {
  EXPECT_FALSE(digest_in_header("mac="));
}
TEST(SignatureHeader, Refuses63Digits) {
  EXPECT_FALSE(digest_in_header("mac=" + mac.substr(1)));
}
TEST(SignatureHeader, Refuses65Digits) {
  EXPECT_FALSE(digest_in_header("mac=" + mac + "0"));
}
TEST(SignatureHeader, RefusesAnotherName) {
  EXPECT_FALSE(digest_in_header("sha256=" + mac));
}
TEST(SignatureHeader, RefusesTwoDigests) {
  EXPECT_FALSE(digest_in_header("mac=" + mac + ",mac=" + mac));
}
TEST(SignatureHeader, RefusesALetterThatIsNoHexDigit) {
  EXPECT_FALSE(digest_in_header("mac=g" + mac.substr(1)));
}
TEST(SignatureHeader, RefusesANulInTheDigest) {
  auto digits = mac;
  digits[5] = '\0';
  EXPECT_FALSE(digest_in_header(digits));
}

bool accepts_signed(std::string_view body, std::string_view timestamp) {
  const auto who = an_account();
  return signature_valid(who, mac_header(mac_of(who, body, timestamp)), body);
}

TEST(Signature, HashesTheSourceDigitsOfANumber) {
  EXPECT_TRUE(accepts_signed(R"({"timestamp": 12345678901234567890123})", "12345678901234567890123"));
  EXPECT_TRUE(accepts_signed(R"({"timestamp": 1.7917680e12})", "1.7917680e12"));
}

TEST(Signature, TakesTheTimestampOfTheTopLevelOnly) {
  EXPECT_FALSE(accepts_signed(R"({"message":{"timestamp":"1"}})", "1"));
  EXPECT_TRUE(accepts_signed(R"({"message":{"timestamp":"1"},"timestamp":"2"})", "2"));
}

TEST(Signature, RefusesABodyWithoutATimestamp) {
  EXPECT_FALSE(accepts_signed(R"({"event_name":"x"})", ""));
}

TEST(Signature, RefusesABodyThatIsNotJson) {
  EXPECT_FALSE(accepts_signed(R"({"timestamp":"1")", "1"));
}

TEST(Signature, RefusesInvalidUtf8) {
  EXPECT_FALSE(accepts_signed("{\"timestamp\":\"1\",\"a\":\"\xff\"}", "1"));
}

std::string nested(int levels) {
  const auto deep = static_cast<std::size_t>(levels - 1);  // the object around is one
  return R"({"timestamp":"1","a":)" + std::string(deep, '[') + std::string(deep, ']') + "}";
}

TEST(Signature, AcceptsNestingUpToTheBound) {
  EXPECT_TRUE(accepts_signed(nested(64), "1"));
}

TEST(Signature, RefusesNestingBeyondTheBound) {
  EXPECT_FALSE(accepts_signed(nested(65), "1"));
  EXPECT_FALSE(accepts_signed(nested(500'000), "1"));
}

TEST(AppSecretProof, IsTheHmacOfTheToken) {
  EXPECT_EQ(crypto::hmac_sha256_hex("app-secret-mau", "access-token-mau"),
            "ed090c0b6048412cafd2b0ef5820fb4129f19082d0d5319c9474de5fc42d53c2");
}

}  // namespace
}  // namespace motcua::zalo
