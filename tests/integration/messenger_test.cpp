// Messenger's webhook bodies, byte for byte, into the running server, and the answers at Facebook's side.
#include <filesystem>
#include <set>

#include "tests/integration/running_service.hpp"

namespace motcua::tests {
namespace {

using Messenger = RunningService;

// Bodies with something a citizen wrote, tapped or sent to us; all others are acknowledged and never
// answered.
const std::set<std::string> questions{"message_text",
                                      "message_quick_reply",
                                      "message_quick_reply_phone",
                                      "message_fallback_link",
                                      "message_reply_to",
                                      "message_ad_referral",
                                      "message_attachment_audio",
                                      "message_attachment_file",
                                      "message_attachment_image",
                                      "message_attachment_multi",
                                      "message_attachment_video",
                                      "message_commands",
                                      "postback_button",
                                      "postback_get_started_referral",
                                      "batch_mixed",
                                      "wire_escaped",
                                      "wire_utf8"};

TEST_F(Messenger, EveryFixtureIsAnswered200AndOnlyQuestionsGetAReply) {
  for (const auto& file : std::filesystem::directory_iterator{MOTCUA_FIXTURES "/messenger"}) {
    const std::string name = file.path().stem().string();
    if (name == "wire_utf8") continue;  // the same message as wire_escaped: see below
    const auto before = graph_.messages().size();
    EXPECT_EQ(post_page(from_another(fixture("messenger/" + name), "7001000200030004")).status, 200U) << name;
    ASSERT_TRUE(at_rest()) << name;
    const auto replies = graph_.messages().size() - before;
    EXPECT_GE(replies, questions.contains(name) ? 1U : 0U) << name;
    EXPECT_LE(replies, questions.contains(name) ? 3U : 0U) << name;
  }
  EXPECT_EQ(stored("SELECT COUNT(*) FROM outbox WHERE status = 2"), 0)
      << "every reply kept to the platform's limits";
}

TEST_F(Messenger, TheSameMessageInBothWireFormsIsAnsweredOnce) {
  ASSERT_EQ(post_page(fixture("messenger/wire_utf8")).status, 200U);
  ASSERT_TRUE(at_rest());
  const auto once = graph_.messages().size();
  EXPECT_GE(once, 1U);
  ASSERT_EQ(post_page(fixture("messenger/wire_escaped")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(graph_.messages().size(), once);
}

TEST_F(Messenger, EveryEventOfABatchIsHandled) {
  ASSERT_EQ(post_page(fixture("messenger/batch_mixed")).status, 200U);
  ASSERT_TRUE(at_rest());
  // Page 1 has three distinct messages, one of them in standby: that one tells of an officer.
  EXPECT_EQ(stored_events(), 3);
  EXPECT_EQ(stored("SELECT COUNT(*) FROM event WHERE done = 1"), 3);
  EXPECT_EQ(stored("SELECT text LIKE '%dòng thứ nhất%' FROM event ORDER BY id LIMIT 1"), 1)
      << "sorted by time";
}

TEST_F(Messenger, TheBirthCertificateQuestionIsAnsweredWithTheDocuments) {
  ASSERT_EQ(post_page(fixture("messenger/message_text")).status, 200U);
  ASSERT_TRUE(at_rest());
  std::string all;
  for (const auto& m : graph_.messages()) all += m.body.dump();
  EXPECT_NE(all.find("Giấy chứng sinh"), std::string::npos) << all;
}

TEST_F(Messenger, VerificationEchoesTheChallengeForTheRightTokenOnly) {
  const std::string query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
  const auto right = http_call(server_->port(), "GET", page_path + query + "tok");
  EXPECT_EQ(right.status, 200U);
  EXPECT_EQ(right.body, "1158201444");
  EXPECT_EQ(http_call(server_->port(), "GET", page_path + query + "other").status, 403U);
}

TEST_F(Messenger, AProvenAccountRefusesWhatIsNotSignedAndStoresNothing) {
  const std::string body = fixture("messenger/message_text");
  ASSERT_EQ(post_page(fixture("messenger/read")).status, 200U);  // proves the account
  std::string flipped = body;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  EXPECT_EQ(post_page(flipped, messenger_signature(body)).status, 401U);
  EXPECT_EQ(post_page(body, messenger_signature(body, "wrong")).status, 401U);
  EXPECT_EQ(http_call(server_->port(), "POST", page_path, {}, body).status, 401U);
  EXPECT_EQ(stored_events(), 0);
}

TEST_F(Messenger, ADroppedConnectionIsNotTakenForAFailedSend) {
  graph_.next_sends(fakes::graph_trouble::drop_after);
  ASSERT_EQ(post_page(fixture("messenger/message_text")).status, 200U);
  ASSERT_TRUE(graph_.wait_for_messages(1, std::chrono::seconds{10}));
  const auto waiting = [&] {
    return stored("SELECT COUNT(*) FROM outbox WHERE status = 0 AND uncertain = 1");
  };
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  while (waiting() == 0 && std::chrono::steady_clock::now() < until) {
  }
  ASSERT_EQ(waiting(), 1) << "it waits for the echo";
  // Facebook echoes what it did deliver, with our metadata.
  const auto first = graph_.messages().at(0);
  const nlohmann::json echo{{"object", "page"},
                            {"entry",
                             {{{"id", page_id},
                               {"time", 1795132800412},
                               {"messaging",
                                {{{"sender", {{"id", page_id}}},
                                  {"recipient", first.body["recipient"]},
                                  {"timestamp", 1795132800000},
                                  {"message",
                                   {{"is_echo", true},
                                    {"app_id", 880000000000001},
                                    {"mid", "m_echo_1"},
                                    {"metadata", first.body["message"]["metadata"]}}}}}}}}}};
  ASSERT_EQ(post_page(echo.dump()).status, 200U);
  ASSERT_TRUE(at_rest());
  std::set<std::string> metadata;
  for (const auto& m : graph_.messages())
    EXPECT_TRUE(metadata.insert(m.body["message"]["metadata"].get<std::string>()).second) << "sent twice";
}

}  // namespace
}  // namespace motcua::tests
