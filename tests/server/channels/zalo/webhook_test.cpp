#include "server/channels/zalo/webhook.hpp"

#include <fstream>
#include <iterator>

#include "server/channels/zalo/verify.hpp"
#include "tests/server/channels/zalo/far_end.hpp"
#include "tests/server/channels/zalo/vectors.hpp"
#include "tests/support/await.hpp"

namespace motcua::zalo {
namespace {

using http::status;
using http::verb;

std::string fixture(std::string_view name) {
  std::ifstream file{std::string{MOTCUA_FIXTURES} + "/zalo/" + std::string{name} + ".json", std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

class Webhook : public far_end {
 protected:
  Webhook() : intake_{*store_, "khoa-bam", clock(), [] {}} {
    who_ = an_account();
    who_.app_id = vectors::app_id;
    who_.oa_id = vectors::oa_id;
    who_.oa_secret = vectors::oa_secret;
    who_.verifier_code = "Kx9_ab-2";
    add_webhook(routes_, {who_}, intake_);
  }

  std::int64_t woken() { return tests::await(store_->counts())->events_waiting; }

  http::response call(verb method, std::string path, std::string body = {}, std::string signature = {}) {
    http::exchange ex;
    ex.message = http::request{method, path, 11};
    ex.message.body() = std::move(body);
    if (!signature.empty()) ex.message.set("x-zevent-signature", signature);
    ex.path = std::move(path);
    return run(routes_.dispatch(ex)).message;
  }
  status post(std::string body, std::string signature) {
    return call(verb::post, "/webhook/zalo/mau-zalo", std::move(body), std::move(signature)).result();
  }
  status post_signed(const std::string& body, std::string_view timestamp) {
    return post(body, "mac=" + mac_of(who_, body, timestamp));
  }
  status post_fixture(std::string_view name) {
    for (const auto& known : vectors::fixtures) {
      if (known.name == name) return post(fixture(name), "mac=" + std::string{known.mac});
    }
    throw std::runtime_error{"no such fixture"};
  }
  void prove() { ASSERT_EQ(post_fixture("follow"), status::ok); }
  std::int64_t waiting() { return run(store_->counts())->events_waiting; }

  account who_;
  pipeline::intake intake_;
  http::router routes_;
};

TEST_F(Webhook, AnswersASignedEventWith200OnceItIsDurable) {
  EXPECT_EQ(post_fixture("user_send_text"), status::ok);
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(woken(), 1);
}

TEST_F(Webhook, KeepsARedeliveryOnce) {
  post_fixture("user_send_text");
  EXPECT_EQ(post_fixture("user_send_text"), status::ok);
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(woken(), 1);
}

TEST_F(Webhook, TakesEveryFixture) {
  for (const auto& known : vectors::fixtures) EXPECT_EQ(post_fixture(known.name), status::ok) << known.name;
  EXPECT_EQ(waiting(), 17) << "five texts, ten media, an officer and a withdrawal; all others are only noted";
}

TEST_F(Webhook, KeepsAWithdrawal) {
  EXPECT_EQ(post_fixture("user_withdraw"), status::ok);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(Webhook, Answers200AndKeepsNothingForAWrongSignatureOfAnUnprovenAccount) {
  EXPECT_EQ(post(fixture("user_send_text"), "mac=" + std::string(64, '0')), status::ok);
  EXPECT_EQ(post(fixture("user_send_text"), ""), status::ok);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Webhook, Answers401AndKeepsNothingForAWrongSignatureOfAProvenAccount) {
  prove();
  EXPECT_EQ(post(fixture("user_send_text"), "mac=" + std::string(64, '0')), status::unauthorized);
  EXPECT_EQ(post(fixture("user_send_text"), ""), status::unauthorized);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Webhook, RemembersThatAnAccountIsProven) {
  prove();
  http::router anew;
  pipeline::intake later{*store_, "khoa-bam", clock(), [] {}};
  ASSERT_TRUE(run(later.load()));
  add_webhook(anew, {who_}, later);
  routes_ = anew;
  EXPECT_EQ(post(fixture("user_send_text"), ""), status::unauthorized);
}

TEST_F(Webhook, Answers400ForMalformedJsonOfAnUnprovenAccount) {
  EXPECT_EQ(post("{", "mac=" + std::string(64, '0')), status::bad_request);
}

TEST_F(Webhook, Answers401ForMalformedJsonOfAProvenAccount) {
  prove();
  EXPECT_EQ(post("{", "mac=" + std::string(64, '0')), status::unauthorized);
}

TEST_F(Webhook, Answers400ForASignedBodyThatIsNoEvent) {
  EXPECT_EQ(post_signed(R"({"timestamp":"1"})", "1"), status::bad_request);
}

TEST_F(Webhook, Answers200ToTheConsolesCheck) {
  EXPECT_EQ(post_fixture("console_url_check"), status::ok);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(Webhook, Answers404ForAnAccountItDoesNotHave) {
  const auto body = fixture("user_send_text");
  EXPECT_EQ(call(verb::post, "/webhook/zalo/khac", body).result(), status::not_found);
  EXPECT_EQ(call(verb::get, "/webhook/zalo/khac").result(), status::not_found);
}

TEST_F(Webhook, AnswersGetAndHeadWith200) {
  EXPECT_EQ(call(verb::get, "/webhook/zalo/mau-zalo").result(), status::ok);
  const auto head = call(verb::head, "/webhook/zalo/mau-zalo");
  EXPECT_EQ(head.result(), status::ok);
  EXPECT_TRUE(head.body().empty());
}

TEST_F(Webhook, ServesTheVerifierPageWithItsTag) {
  const auto page = call(verb::get, "/zalo_verifierKx9_ab-2.html");
  EXPECT_EQ(page.result(), status::ok);
  EXPECT_TRUE(page[http::field::content_type].starts_with("text/html"));
  EXPECT_NE(page.body().find(R"(<meta name="zalo-platform-site-verification" content="Kx9_ab-2" />)"),
            std::string::npos);
  EXPECT_EQ(call(verb::get, "/zalo_verifierkhac.html").result(), status::not_found);
}

TEST_F(Webhook, RefusesAVerifierCodeThatIsNoWordAtTheStart) {
  http::router routes;
  who_.verifier_code = "\"><script>";
  EXPECT_THROW(add_webhook(routes, {who_}, intake_), std::runtime_error);
}

TEST_F(Webhook, Answers503WithRetryAfterWhenTheStoreHasNoRoom) {
  store::sqlite_options no_room;
  no_room.writes_waiting = 0;
  const auto full = store::open_sqlite(folder_ / "full", no_room);
  pipeline::intake in{*full, "khoa-bam", clock(), [] {}};
  routes_ = {};
  add_webhook(routes_, {who_}, in);
  const auto body = fixture("user_send_text");
  const auto answer =
      call(verb::post, "/webhook/zalo/mau-zalo", body, "mac=" + mac_of(who_, body, "1791767791417"));
  EXPECT_EQ(answer.result(), status::service_unavailable);
  EXPECT_FALSE(answer[http::field::retry_after].empty());
}

}  // namespace
}  // namespace motcua::zalo
