#include "server/channels/messenger/verify.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "server/crypto/digest.hpp"
#include "tests/server/channels/messenger/page.hpp"

namespace motcua::messenger {
namespace {

using crypto::hmac_sha256_hex;
using crypto::sha256_hex;

const std::string v1_digest = "e54b99be82bc8bf1674d44f411817305f4dd4df9dc7ae76eff1d6ee58d8c7d89";
const std::string v2_digest = "a4df7905fb69d69fe16a668f292e5dfcfe2e270737d1285a80d15bf2bd7fc60c";
const std::string v3_digest = "5e595e5a7c6ac9cee35752534067ad449c5653f5a8994ad8cd3060864b556c0c";
const std::string v3_body = R"({"object":"page","entry":[]})";

bool accepts(std::string_view header, std::string_view body, const account& who = a_page()) {
  return signature_valid(who, header, body);
}

std::string sha256_equals(std::string_view digits) {
  return "sha256=" + std::string{digits};
}

struct vector_case {
  std::string_view name;
  std::string body;
  std::string_view digest;
};

std::vector<vector_case> vectors() {
  return {
      {"V1", fixture("wire_escaped"), v1_digest},
      {"V2", fixture("wire_utf8"), v2_digest},
      {"V3", v3_body, v3_digest},
      {"V4Escaped", R"({"text":"\u0110\u1ed3ng \u00fd"})",
       "45b9e66b6d89a4b1a0db3a42d1431162d20b1dac5f7618464893125556ae3e25"},
      {"V4UpperCase", R"({"text":"\u0110\u1ED3ng \u00FD"})",
       "372426a92933414a8cb4a8139d4e5db91117f4000c639b3e2417d00d1de8e353"},
      {"V4Composed", "{\"text\":\"\u0110\u1ed3ng \u00fd\"}",
       "f5b9bf0b81017710c04a7598fe627d79122eb3e7d4a660127c39ca7ded6fc258"},
      {"V4Decomposed", "{\"text\":\"\u0110o\u0302\u0300ng y\u0301\"}",
       "c959fe2c63829be8e7bd66aed5f24ec5ca96ae9d1335bebc0ccc82aac8972cef"},
      {"V5", "", "49b8bfbda4ad9a46f3e2ad6edb8f75b356a3724a109ed6d7d6670d20978d5113"},
  };
}

class SignedBody : public testing::TestWithParam<vector_case> {};

TEST_P(SignedBody, IsAcceptedWithItsSignature) {
  EXPECT_TRUE(accepts(sha256_equals(GetParam().digest), GetParam().body));
}

TEST_P(SignedBody, IsRefusedWhenAnyByteOfItChanges) {
  for (std::size_t at = 0; at < GetParam().body.size(); ++at) {
    auto changed = GetParam().body;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(accepts(sha256_equals(GetParam().digest), changed)) << "byte " << at;
  }
}

TEST_P(SignedBody, IsRefusedWithALineFeedAfterIt) {
  EXPECT_FALSE(accepts(sha256_equals(GetParam().digest), GetParam().body + '\n'));
}

INSTANTIATE_TEST_SUITE_P(Vectors, SignedBody, testing::ValuesIn(vectors()),
                         [](const auto& one) { return std::string{one.param.name}; });

struct wrong_case {
  std::string_view name;
  std::string body;
  std::string_view digest;
};

class WrongSignature : public testing::TestWithParam<wrong_case> {};

TEST_P(WrongSignature, IsRefused) {
  EXPECT_FALSE(accepts(sha256_equals(GetParam().digest), GetParam().body));
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, WrongSignature,
    testing::Values(wrong_case{"V1WithTheHeaderOfV2", fixture("wire_escaped"), v2_digest},
                    wrong_case{"V2WithTheHeaderOfV1", fixture("wire_utf8"), v1_digest},
                    wrong_case{"V6TrailingLineFeed", v3_body,
                               "77015d35fc9334106195f6dec32e1e1c831deb37b18ad46b97c1d868ebfa5bc2"},
                    wrong_case{"V7SecretDecodedFromHex", v3_body,
                               "3afe6a78fb30cbe91ad02881835f7e4a9dcdf431c30b18ce11b890fbde8c750e"},
                    wrong_case{"V8EscapedAgain", fixture("wire_escaped"),
                               "04135db4323b3a5e8cbc645ea0c34ec9dd9724695727bebcb0bc8f7cea734d55"},
                    wrong_case{"V9WrittenAgain", fixture("wire_utf8"),
                               "c8b19d2efc6dbdf70c77cd6e9b3961e77aef12d2014d6650bbd5482c9984822c"}),
    [](const auto& one) { return std::string{one.param.name}; });

TEST(Fixtures, AreTheBytesOfTheVectors) {
  EXPECT_EQ(sha256_hex({fixture("wire_escaped")}),
            "9c8477576d9fb685e38936cde41df8f7572ec6859684b09e0550ea3378e044a4");
  EXPECT_EQ(sha256_hex({fixture("wire_utf8")}),
            "86638f098328807974778fdef1d0fff18058792c6d1a96319f0bcf614ef6c51f");
}

TEST(SignatureHeader, TakesDigitsOfEitherCase) {
  std::string upper = v3_digest;
  for (char& c : upper) {
    if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
  }
  EXPECT_TRUE(accepts(sha256_equals(upper), v3_body));
}

TEST(SignatureHeader, IsRefusedInEveryOtherForm) {
  for (const std::string& header :
       {std::string{}, std::string{"sha1=f074b1ff2b172b25e0613a34d84c3a4463b9e23d"}, std::string{"sha256="},
        sha256_equals(v3_digest.substr(1)), sha256_equals(v3_digest + '0'),
        sha256_equals('g' + v3_digest.substr(1)), "SHA256=" + v3_digest, v3_digest,
        ' ' + sha256_equals(v3_digest), sha256_equals(v3_digest) + ',',
        sha256_equals(v3_digest) + ",sha256=" + v3_digest, "sha256 =" + v3_digest}) {
    EXPECT_FALSE(accepts(header, v3_body)) << header;
  }
}

TEST(SignatureHeader, IsRefusedWithANulAmongTheDigits) {
  auto digits = v3_digest;
  digits[7] = '\0';
  EXPECT_FALSE(accepts(sha256_equals(digits), v3_body));
}

TEST(AppSecret, IsTakenInItsPreviousValueToo) {
  auto who = a_page();
  who.previous_app_secret = who.app_secret;
  who.app_secret = "ffeeddccbbaa99887766554433221100";
  EXPECT_TRUE(accepts(sha256_equals(v3_digest), v3_body, who));
  EXPECT_TRUE(accepts(sha256_equals(hmac_sha256_hex(who.app_secret, v3_body)), v3_body, who));
}

TEST(AppSecret, IsNeverTakenWhereEmpty) {
  auto who = a_page();
  const auto by_nobody = sha256_equals(hmac_sha256_hex("", v3_body));
  EXPECT_FALSE(accepts(by_nobody, v3_body, who)) << "no previous secret is no secret";
  who.app_secret.clear();
  EXPECT_FALSE(accepts(by_nobody, v3_body, who));
}

verification asked_with(std::string mode, std::string token, std::string challenge,
                        const account& who = a_page()) {
  return verify_subscription(who,
                             {{"hub.mode", mode}, {"hub.verify_token", token}, {"hub.challenge", challenge}});
}

TEST(Subscription, GetsItsChallengeBackForTheToken) {
  for (const std::string& challenge :
       {std::string{"1158201444"}, std::string{"CHALLENGE_ACCEPTED"}, std::string(256, 'a')}) {
    const auto answer = asked_with("subscribe", "tok", challenge);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, challenge);
  }
}

TEST(Subscription, IsForbiddenWithAnotherTokenOrMode) {
  for (const auto* token : {"", "to", "tok ", "tokk", "TOK"}) {
    EXPECT_EQ(asked_with("subscribe", token, "1").status, 403) << token;
  }
  for (const auto* mode : {"", "unsubscribe", "SUBSCRIBE"})
    EXPECT_EQ(asked_with(mode, "tok", "1").status, 403) << mode;
  EXPECT_EQ(verify_subscription(a_page(), {}).status, 403);
}

TEST(Subscription, IsForbiddenWhereNoTokenIsConfigured) {
  auto who = a_page();
  who.verify_token.clear();
  EXPECT_EQ(asked_with("subscribe", "", "1", who).status, 403);
}

TEST(Subscription, IsRefusedWithAChallengeThatCouldBeAScript) {
  for (const std::string& challenge : {std::string{"<script>"}, std::string{}, std::string{"a b"},
                                       std::string{"1\n"}, std::string(257, 'a')}) {
    EXPECT_EQ(asked_with("subscribe", "tok", challenge).status, 400) << challenge;
  }
}

TEST(AppSecretProof, IsTheHmacOfTheToken) {
  EXPECT_EQ(hmac_sha256_hex(a_page().app_secret, a_page().page_token),
            "9580b2e767f7f06e38fe97073ad270d7347cea14d06b63ebd053d6e9c5ebcdb1");
}

TEST(AppSecretProof, IsTheHmacOfTokenAndTimeInItsTimedForm) {
  EXPECT_EQ(timed_proof(a_page(), std::chrono::sys_seconds{std::chrono::seconds{1795132800}}),
            "03f714a9a001111b2ec1cad398d9fb0052276f8690954a0d966c6f7193f63212");
}

}  // namespace
}  // namespace motcua::messenger
