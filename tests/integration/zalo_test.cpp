// Zalo's webhook bodies, byte for byte, into the running server, and the answers at Zalo's side.
#include <filesystem>
#include <set>

#include "tests/integration/running_service.hpp"

namespace motcua::tests {
namespace {

using Zalo = RunningService;

const std::set<std::string> questions{"user_send_text",
                                      "user_send_text_quote",
                                      "user_send_text_button_payload",
                                      "user_send_text_button_object_payload",
                                      "anonymous_send_text",
                                      "anonymous_send_image",
                                      "anonymous_send_file",
                                      "user_send_image",
                                      "user_send_gif",
                                      "user_send_file",
                                      "user_send_audio",
                                      "user_send_video",
                                      "user_send_link",
                                      "user_send_location",
                                      "user_send_business_card"};

std::string text_of(const fakes::zalo_message& m) {
  return m.body["message"]["text"].get<std::string>();
}

TEST_F(Zalo, EveryFixtureIsAnswered200AndOnlyQuestionsGetAReply) {
  for (const auto& file : std::filesystem::directory_iterator{MOTCUA_FIXTURES "/zalo"}) {
    const std::string name = file.path().stem().string();
    const auto before = zalo_.messages().size();
    const auto answer = post_zalo(from_another(fixture("zalo/" + name), "7302218845560917334"));
    EXPECT_EQ(answer.status, 200U) << name;
    ASSERT_TRUE(at_rest()) << name;
    const auto replies = zalo_.messages().size() - before;
    if (questions.contains(name)) {
      EXPECT_GE(replies, 1U) << name;
      EXPECT_LE(replies, 2U) << name;
    } else {
      EXPECT_EQ(replies, 0U) << name;
    }
  }
  EXPECT_EQ(stored("SELECT COUNT(*) FROM outbox WHERE status = 2"), 0)
      << "every reply kept to the platform's limits";
}

TEST_F(Zalo, TheBirthCertificateQuestionIsAnsweredWithTheDocuments) {
  ASSERT_EQ(post_zalo(fixture("zalo/user_send_text")).status, 200U);
  ASSERT_TRUE(zalo_.wait_for_messages(1, std::chrono::seconds{10}));
  ASSERT_TRUE(at_rest());
  std::string all;
  for (const auto& m : zalo_.messages()) all += text_of(m);
  EXPECT_NE(all.find("Giấy chứng sinh"), std::string::npos) << all;
  EXPECT_NE(all.find("trợ lý tự động"), std::string::npos) << "law.md D-40: " << all;
  EXPECT_EQ(zalo_.messages().front().body["recipient"]["user_id"], "7302218845560917334");
}

TEST_F(Zalo, ATapOnAButtonIsAnswered) {
  ASSERT_EQ(post_zalo(fixture("zalo/user_send_text_button_payload")).status, 200U);
  ASSERT_TRUE(at_rest());
  ASSERT_FALSE(zalo_.messages().empty());
  EXPECT_NE(text_of(zalo_.messages().back()).find("Giấy chứng sinh"), std::string::npos);
}

TEST_F(Zalo, AnAnonymousCitizenIsAnsweredThroughTheOlderAddress) {
  ASSERT_EQ(post_zalo(fixture("zalo/anonymous_send_text")).status, 200U);
  ASSERT_TRUE(at_rest());
  ASSERT_FALSE(zalo_.messages().empty());
  EXPECT_EQ(zalo_.messages()[0].path, "/v2.0/oa/message");
}

TEST_F(Zalo, TheSameBodyTwiceIsAnsweredOnce) {
  const std::string body = fixture("zalo/user_send_text");
  ASSERT_EQ(post_zalo(body).status, 200U);
  ASSERT_EQ(post_zalo(body).status, 200U);
  ASSERT_TRUE(at_rest());
  const auto once = zalo_.messages().size();
  ASSERT_EQ(post_zalo(body).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(zalo_.messages().size(), once);
  EXPECT_EQ(stored_events(), 1);
}

TEST_F(Zalo, AProvenAccountRefusesWhatIsNotSignedAndStoresNothing) {
  const std::string body = fixture("zalo/user_send_text");
  ASSERT_EQ(post_zalo(fixture("zalo/follow")).status, 200U);  // proves the account
  const std::string right = zalo_signature(body, timestamp_of(body));
  std::string flipped = body;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  EXPECT_EQ(post_zalo(flipped, right).status, 401U) << "a flipped bit";
  EXPECT_EQ(post_zalo(body, zalo_signature(body, timestamp_of(body), "wrong")).status, 401U)
      << "a wrong secret";
  EXPECT_EQ(http_call(server_->port(), "POST", zalo_path, {}, body).status, 401U) << "no header";
  EXPECT_EQ(stored_events(), 0);
}

TEST_F(Zalo, AnUnprovenAccountAnswers200AndDropsWhatIsNotSigned) {
  const std::string body = fixture("zalo/user_send_text");
  EXPECT_EQ(post_zalo(body, "mac=" + std::string(64, '0')).status, 200U);
  EXPECT_EQ(stored_events(), 0);
  EXPECT_TRUE(logs("webhook.signature_invalid"));
}

TEST_F(Zalo, TheSetUpProbesAreAnswered) {
  EXPECT_EQ(http_call(server_->port(), "GET", zalo_path).status, 200U);
  EXPECT_EQ(http_call(server_->port(), "HEAD", zalo_path).status, 200U);
  EXPECT_EQ(post_zalo(fixture("zalo/console_url_check")).status, 200U);
}

TEST_F(Zalo, AnExpiredTokenIsRenewedAndTheAnswerGoesOut) {
  zalo_.expire_access_token();
  ASSERT_EQ(post_zalo(fixture("zalo/user_send_text")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_FALSE(zalo_.messages().empty());
  EXPECT_EQ(zalo_.refreshes(), 1);
  EXPECT_EQ(stored("SELECT refresh_token LIKE 'sealed:%' FROM account WHERE id = 'oa'"), 1);
  EXPECT_EQ(stored("SELECT COUNT(*) FROM account WHERE refresh_token LIKE '%refresh-2%'"), 0);
}

TEST_F(Zalo, AnOfficersReplySilencesTheBotThereUntilTheCitizenCallsIt) {
  ASSERT_EQ(post_zalo(zalo_text("lam giay khai sinh can gi", "m1")).status, 200U);
  ASSERT_TRUE(at_rest());
  const auto before = zalo_.messages().size();
  ASSERT_EQ(post_zalo(fixture("zalo/oa_send_text_by_admin")).status, 200U);
  ASSERT_EQ(post_zalo(zalo_text("phí bao nhiêu", "m2")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(zalo_.messages().size(), before) << "the officer has the word";
  ASSERT_EQ(post_zalo(zalo_text("phí bao nhiêu", "m3", "7302218845560999999")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_GT(zalo_.messages().size(), before) << "with another citizen it goes on";
  const auto others = zalo_.messages().size();
  ASSERT_EQ(post_zalo(zalo_text("bot ơi lệ phí khai sinh bao nhiêu", "m4")).status, 200U);
  ASSERT_TRUE(at_rest());
  ASSERT_GT(zalo_.messages().size(), others);
  EXPECT_NE(text_of(zalo_.messages()[others]).find("trợ lý tự động"), std::string::npos);
}

TEST_F(Zalo, ReadyzTellsHowTheAccountIsDoing) {
  ASSERT_EQ(post_zalo(fixture("zalo/user_send_text")).status, 200U);
  ASSERT_TRUE(at_rest());
  post_zalo(fixture("zalo/follow"), "mac=" + std::string(64, '0'));
  const auto told = nlohmann::json::parse(http_call(server_->staff_port(), "GET", "/readyz").body);
  const auto& oa = told["accounts"]["oa"];
  EXPECT_TRUE(oa["last_event"].is_number()) << told;
  EXPECT_TRUE(oa["last_sent"].is_number());
  EXPECT_EQ(oa["webhooks_refused"], 1);
  EXPECT_EQ(oa["paused"], false);
  EXPECT_EQ(oa["trouble"], "");
  EXPECT_TRUE(oa["grant_until"].is_number());
}

TEST_F(Zalo, RefusedButtonsBecomeANumberedMenuThatADigitAnswers) {
  zalo_.refuse_buttons(true);
  ASSERT_EQ(post_zalo(zalo_text("lam giay khai sinh can gi", "m1")).status, 200U);
  ASSERT_TRUE(at_rest());
  ASSERT_FALSE(zalo_.messages().empty());
  EXPECT_NE(text_of(zalo_.messages().back()).find("1. "), std::string::npos);
  const auto before = zalo_.messages().size();
  ASSERT_EQ(post_zalo(zalo_text("1", "m2")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_GT(zalo_.messages().size(), before);
}

TEST_F(Zalo, NothingOfACitizenStandsInTheLog) {
  ASSERT_EQ(post_zalo(zalo_text("số cccd 031090001234, đt 0912345678, làm giấy khai sinh", "m1")).status,
            200U);
  ASSERT_TRUE(at_rest());
  const std::string log = server_->log();
  for (const char* secret : {"031090001234", "0912345678", "khai sinh", "7302218845560917334", "access-1"})
    EXPECT_EQ(log.find(secret), std::string::npos) << secret;
  EXPECT_EQ(stored("SELECT COUNT(*) FROM event WHERE text LIKE '%031090001234%' OR text LIKE '%0912345678%'"),
            0);
}

TEST_F(Zalo, AWithdrawalErasesTheConversation) {
  ASSERT_EQ(post_zalo(fixture("zalo/user_send_text")).status, 200U);
  ASSERT_TRUE(at_rest());
  ASSERT_EQ(post_zalo(fixture("zalo/user_withdraw")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(stored("SELECT COUNT(*) FROM event WHERE text <> ''"), 0);
  EXPECT_EQ(stored("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(stored("SELECT COUNT(*) FROM address"), 0);
}

}  // namespace
}  // namespace motcua::tests
