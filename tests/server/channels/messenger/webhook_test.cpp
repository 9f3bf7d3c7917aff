#include "server/channels/messenger/webhook.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "server/crypto/digest.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/server/channels/messenger/page.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::messenger {
namespace {

using http::status;
using http::verb;

const std::string path = "/webhook/messenger/mau-page";
const std::string no_signature;

std::string signature_of(const std::string& body) {
  return "sha256=" + crypto::hmac_sha256_hex(a_page().app_secret, body);
}

class Webhook : public testing::Test {
 protected:
  Webhook() { add_webhook(routes_, {a_page()}, intake_); }

  pipeline::clock clock() {
    return [] { return store::instant{std::chrono::seconds{1795132800}}; };
  }
  std::int64_t woken() { return tests::await(store_->counts())->events_waiting; }

  http::response call(http::exchange ex) { return tests::await(loop_, routes_.dispatch(ex)).message; }
  http::exchange post_of(std::string body, const std::vector<std::string>& signatures) {
    http::exchange ex;
    ex.path = path;
    ex.message = http::request{verb::post, path, 11};
    ex.message.body() = std::move(body);
    for (const auto& one : signatures) ex.message.insert("x-hub-signature-256", one);
    return ex;
  }
  status post(std::string body, const std::string& signature) {
    std::vector<std::string> given;
    if (!signature.empty()) given.push_back(signature);
    return call(post_of(std::move(body), given)).result();
  }
  status post_signed(const std::string& body) { return post(body, signature_of(body)); }
  http::response get(std::map<std::string, std::string> query, verb how = verb::get) {
    http::exchange ex;
    ex.path = path;
    ex.message = http::request{how, path, 11};
    ex.query = std::move(query);
    return call(std::move(ex));
  }
  void prove() { ASSERT_EQ(post_signed(fixture("read")), status::ok); }
  std::int64_t waiting() { return tests::await(loop_, store_->counts())->events_waiting; }

  tests::temp_folder folder_;
  net::io_context loop_;
  std::unique_ptr<store::store> store_ = store::open_sqlite(folder_.path());
  pipeline::intake intake_{*store_, "khoa-bam", clock(), [] {}};
  http::router routes_;
};

TEST_F(Webhook, AnswersASignedEventWith200OnceItIsDurable) {
  const auto answer = call(post_of(fixture("message_text"), {signature_of(fixture("message_text"))}));
  EXPECT_EQ(answer.result(), status::ok);
  EXPECT_EQ(answer.body(), "EVENT_RECEIVED");
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(woken(), 1);
}

TEST_F(Webhook, KeepsARedeliveryOnceInWhateverForm) {
  post_signed(fixture("wire_escaped"));
  EXPECT_EQ(post_signed(fixture("wire_utf8")), status::ok);
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(woken(), 1);
}

TEST_F(Webhook, KeepsEveryEventOfABatch) {
  EXPECT_EQ(post_signed(fixture("batch_mixed")), status::ok);
  EXPECT_EQ(waiting(), 3) << "two questions, of which one came twice, and a conversation with an officer";
}

TEST_F(Webhook, TakesEveryFixture) {
  for (const auto& file : std::filesystem::directory_iterator{MOTCUA_FIXTURES "/messenger"}) {
    const auto name = file.path().stem().string();
    EXPECT_EQ(post_signed(fixture(name)), status::ok) << name;
  }
  EXPECT_EQ(waiting(), 25) << "questions, taps, media, officers and handovers of messenger.md 11";
}

TEST_F(Webhook, Answers200AndKeepsNothingForAWrongSignatureOfAnUnprovenAccount) {
  EXPECT_EQ(post(fixture("message_text"), signature_of("x")), status::ok);
  EXPECT_EQ(post(fixture("message_text"), no_signature), status::ok);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Webhook, Answers401AndKeepsNothingForAWrongSignatureOfAProvenAccount) {
  prove();
  EXPECT_EQ(post(fixture("message_text"), signature_of("x")), status::unauthorized);
  EXPECT_EQ(post(fixture("message_text"), no_signature), status::unauthorized);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Webhook, Answers401ForTwoSignatures) {
  prove();
  const auto body = fixture("message_text");
  EXPECT_EQ(call(post_of(body, {signature_of(body), signature_of(body)})).result(), status::unauthorized);
}

TEST_F(Webhook, Answers400ForASignedBodyThatCanNeverBeAnEvent) {
  for (const auto* body : {"", "{", "[]", R"({"object":"user","entry":[]})"}) {
    EXPECT_EQ(post_signed(body), status::bad_request) << body;
  }
}

TEST_F(Webhook, Answers400ForMalformedJsonOfAnUnprovenAccount) {
  EXPECT_EQ(post("{", no_signature), status::bad_request);
}

TEST_F(Webhook, Answers401ForMalformedJsonOfAProvenAccount) {
  prove();
  EXPECT_EQ(post("{", no_signature), status::unauthorized);
}

TEST_F(Webhook, Answers404ForAnAccountItDoesNotHave) {
  auto ex = post_of(fixture("message_text"), {signature_of(fixture("message_text"))});
  ex.path = "/webhook/messenger/khac";
  EXPECT_EQ(call(std::move(ex)).result(), status::not_found);
}

TEST_F(Webhook, Answers503WithRetryAfterWhenTheStoreHasNoRoom) {
  store::sqlite_options no_room;
  no_room.writes_waiting = 0;
  const auto full = store::open_sqlite(folder_.path() / "full", no_room);
  pipeline::intake in{*full, "khoa-bam", clock(), [] {}};
  routes_ = {};
  add_webhook(routes_, {a_page()}, in);
  const auto body = fixture("message_text");
  const auto answer = call(post_of(body, {signature_of(body)}));
  EXPECT_EQ(answer.result(), status::service_unavailable);
  EXPECT_FALSE(answer[http::field::retry_after].empty());
}

TEST_F(Webhook, GivesTheChallengeBackForTheToken) {
  for (const std::string challenge : {"1158201444", "CHALLENGE_ACCEPTED"}) {
    const auto answer =
        get({{"hub.mode", "subscribe"}, {"hub.verify_token", "tok"}, {"hub.challenge", challenge}});
    EXPECT_EQ(answer.result(), status::ok);
    EXPECT_EQ(answer.body(), challenge);
    EXPECT_TRUE(answer[http::field::content_type].starts_with("text/plain"));
    EXPECT_EQ(answer["X-Content-Type-Options"], "nosniff");
  }
}

TEST_F(Webhook, Answers403ForAnotherTokenModeOrNothing) {
  EXPECT_EQ(get({{"hub.mode", "subscribe"}, {"hub.verify_token", "x"}, {"hub.challenge", "1"}}).result(),
            status::forbidden);
  EXPECT_EQ(get({{"hub.mode", "x"}, {"hub.verify_token", "tok"}, {"hub.challenge", "1"}}).result(),
            status::forbidden);
  EXPECT_EQ(get({}).result(), status::forbidden);
}

TEST_F(Webhook, Answers400ForAChallengeThatCouldBeAScriptAndDoesNotReflectIt) {
  const auto answer =
      get({{"hub.mode", "subscribe"}, {"hub.verify_token", "tok"}, {"hub.challenge", "<script>"}});
  EXPECT_EQ(answer.result(), status::bad_request);
  EXPECT_EQ(answer.body().find("script"), std::string::npos);
}

}  // namespace
}  // namespace motcua::messenger
