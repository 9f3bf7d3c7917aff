#include "server/channels/zalo/client.hpp"

#include "server/channels/zalo/envelope.hpp"
#include "server/channels/zalo/events.hpp"
#include "tests/server/channels/zalo/far_end.hpp"

namespace motcua::zalo {
namespace {

using fakes::trouble;
using pipeline::send_outcome;
using pipeline::send_status;

class Client : public far_end {
 protected:
  store::outgoing message(std::string text = "Dạ, xin chào", std::string address = "7302218845560917334") {
    store::outgoing made;
    made.address = std::move(address);
    made.what.text = std::move(text);
    made.created_at = now_;
    return made;
  }
  store::outgoing with_button() {
    auto made = message("Chọn");
    made.what.actions.push_back({"Khai sinh", intents::ask_again{"v1:menu"}});
    return made;
  }
  send_outcome send(client& through, const store::outgoing& what) {
    const auto bodies = through.render(what);
    send_outcome last;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      last = run(through.send(what, static_cast<int>(i), bodies[i]));
      if (last.what != send_status::sent) break;
    }
    return last;
  }
  send_outcome send(const store::outgoing& what) { return send(client_, what); }
  std::string last_text() { return zalo_.messages().back().body.at("message").at("text"); }

  client client_{loop_, an_account(), *store_, clock()};
};

TEST_F(Client, SendsAMessageAndTellsItsId) {
  const auto outcome = send(message());
  EXPECT_EQ(outcome.what, send_status::sent);
  ASSERT_EQ(zalo_.messages().size(), 1u);
  EXPECT_EQ(outcome.platform_message_id, zalo_.messages().front().message_id);
  EXPECT_EQ(zalo_.messages().front().path, "/v3.0/oa/message/cs");
  EXPECT_EQ(last_text(), "Dạ, xin chào");
}

TEST_F(Client, SendsEveryPartOfALongAnswerWithinZalosLimits) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Công dân nộp hồ sơ tại bộ phận một cửa. ";
  EXPECT_EQ(send(message(text)).what, send_status::sent);
  EXPECT_EQ(zalo_.messages().size(), 5u);
}

TEST_F(Client, SendsButtonsInAFormThatZaloTakes) {
  auto what = with_button();
  what.what.actions.push_back({"Nộp", intents::open_link{"https://a.gov.vn"}});
  what.what.actions.push_back({"Gọi", intents::call_number{"+84900000003"}});
  EXPECT_EQ(send(what).what, send_status::sent);
  EXPECT_EQ(zalo_.messages().back().body.at("message").at("attachment").at("payload").at("buttons").size(),
            3u);
}

TEST_F(Client, AnswersAnonymousVisitorsThroughTheOlderAddress) {
  EXPECT_EQ(send(message("Chào", "anonymous:9e41:b70f")).what, send_status::sent);
  EXPECT_EQ(zalo_.messages().back().path, "/v2.0/oa/message");
}

TEST_F(Client, FallsBackOnANumberedMenuWhenButtonsAreRefused) {
  zalo_.refuse_buttons(true);
  EXPECT_EQ(send(with_button()).what, send_status::sent);
  EXPECT_EQ(last_text(), "Chọn\n\n1. Khai sinh\nNhắn số để chọn.");
  EXPECT_EQ(zalo_.sends(), 2);
}

TEST_F(Client, TheEchoOfEitherFormIsKnown) {
  const auto rich = client_.render(with_button()).front();
  const auto traces = client_.trace_of(rich);
  zalo_.refuse_buttons(true);
  ASSERT_EQ(send(with_button()).what, send_status::sent);
  EXPECT_NE(traces.find(trace_of_text(last_text())), std::string::npos);
  EXPECT_NE(traces.find(trace_of_text("Chọn")), std::string::npos);
}

TEST_F(Client, StopsTryingButtonsAfterThreeRefusalsInARow) {
  zalo_.refuse_buttons(true);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(send(with_button()).what, send_status::sent);
  EXPECT_EQ(zalo_.sends(), 3 * 2 + 1);
}

TEST_F(Client, ChangesTheFormOnceOnly) {
  zalo_.next_sends({trouble::kind::error, -233}, 2);
  EXPECT_EQ(send(with_button()).what, send_status::undeliverable);
  EXPECT_EQ(zalo_.sends(), 2);
}

TEST_F(Client, DropsAPlainMessageWithAnInvalidField) {
  zalo_.next_sends({trouble::kind::error, -201});
  EXPECT_EQ(send(message()).what, send_status::undeliverable);
  EXPECT_EQ(zalo_.sends(), 1);
}

TEST_F(Client, RenewsAnExpiredTokenAndSendsAgain) {
  zalo_.expire_access_token();
  EXPECT_EQ(send(message()).what, send_status::sent);
  EXPECT_EQ(zalo_.refreshes(), 1);
  EXPECT_EQ(stored().access, "access-2");
}

TEST_F(Client, HaltsTheAccountWhenTheRenewedTokenIsRefusedToo) {
  zalo_.next_sends({trouble::kind::error, -216}, 2);
  EXPECT_EQ(send(message()).what, send_status::account_halted);
}

TEST_F(Client, HaltsTheAccountWhenItNeedsAReconnect) {
  zalo_.expire_access_token();
  zalo_.forget_refresh_token();
  EXPECT_EQ(send(message()).what, send_status::account_halted);
  EXPECT_TRUE(zalo_.messages().empty());
}

TEST_F(Client, RetriesLaterWhenTheTokenCannotBeRenewedNow) {
  zalo_.expire_access_token();
  zalo_.next_refreshes({trouble::kind::http, 503}, 3);
  const auto outcome = send(message());
  EXPECT_EQ(outcome.what, send_status::retry);
  EXPECT_EQ(outcome.wait, 60s);
}

TEST_F(Client, WaitsAMinuteAfterTheRateLimit) {
  zalo_.next_sends({trouble::kind::error, -32});
  const auto outcome = send(message());
  EXPECT_EQ(outcome.what, send_status::retry);
  EXPECT_EQ(outcome.wait, 60s);
}

TEST_F(Client, DropsWhatIsOutsideTheWindowAndSaysWhy) {
  zalo_.next_sends({trouble::kind::error, -230});
  const auto outcome = send(message());
  EXPECT_EQ(outcome.what, send_status::undeliverable);
  EXPECT_EQ(outcome.reason, "zalo -230: no interaction in 7 days (told to fail)");
}

TEST_F(Client, TriesAnUnexplainedFailureOnceMoreAndThenDrops) {
  zalo_.next_sends({trouble::kind::error, -200}, 2);
  auto what = message();
  EXPECT_EQ(send(what).what, send_status::retry);
  what.attempts = 1;
  EXPECT_EQ(send(what).what, send_status::undeliverable);
}

// The lines of zalo-oa.md 6 as they come over the wire, and what becomes of the message the first time.
struct wire_error {
  int code;
  send_status becomes;
};

class EachZaloError : public Client, public testing::WithParamInterface<wire_error> {};

TEST_P(EachZaloError, BecomesOfTheMessageWhatTheReferenceSays) {
  const auto [code, becomes] = GetParam();
  zalo_.next_sends({trouble::kind::error, code}, 2);  // a renewed token or another form meets it again
  const auto outcome = send(message());
  EXPECT_EQ(outcome.what, becomes) << outcome.reason;
  EXPECT_NE(outcome.reason.find(std::to_string(code)), std::string::npos) << outcome.reason;
  EXPECT_TRUE(zalo_.messages().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Section6, EachZaloError,
    testing::Values(
        wire_error{-32, send_status::retry}, wire_error{-100, send_status::undeliverable},
        wire_error{-200, send_status::retry}, wire_error{-201, send_status::undeliverable},
        wire_error{-204, send_status::account_halted}, wire_error{-205, send_status::account_halted},
        wire_error{-209, send_status::account_halted}, wire_error{-210, send_status::undeliverable},
        wire_error{-211, send_status::undeliverable}, wire_error{-212, send_status::account_halted},
        wire_error{-213, send_status::undeliverable}, wire_error{-214, send_status::retry},
        wire_error{-216, send_status::account_halted}, wire_error{-217, send_status::undeliverable},
        wire_error{-218, send_status::undeliverable}, wire_error{-219, send_status::account_halted},
        wire_error{-220, send_status::account_halted}, wire_error{-221, send_status::account_halted},
        wire_error{-223, send_status::account_halted}, wire_error{-224, send_status::account_halted},
        wire_error{-227, send_status::undeliverable}, wire_error{-230, send_status::undeliverable},
        wire_error{-232, send_status::undeliverable}, wire_error{-233, send_status::undeliverable},
        wire_error{-234, send_status::retry}, wire_error{-235, send_status::account_halted},
        wire_error{-237, send_status::undeliverable}, wire_error{-238, send_status::undeliverable},
        wire_error{-240, send_status::undeliverable}, wire_error{-241, send_status::undeliverable},
        wire_error{-242, send_status::account_halted}, wire_error{-244, send_status::undeliverable},
        wire_error{-248, send_status::undeliverable}, wire_error{-249, send_status::undeliverable},
        wire_error{-320, send_status::undeliverable}, wire_error{-321, send_status::undeliverable},
        wire_error{-403, send_status::undeliverable}, wire_error{-99999, send_status::retry}),
    [](const auto& one) { return "Code" + std::to_string(-one.param.code); });

TEST_F(Client, HaltsTheAccountWhenThePackageForbidsSending) {
  zalo_.next_sends({trouble::kind::error, -224});
  EXPECT_EQ(send(message()).what, send_status::account_halted);
}

TEST_F(Client, DoesNotKnowTheOutcomeOfABrokenAnswer) {
  zalo_.next_sends({trouble::kind::drop_after});
  EXPECT_EQ(send(message()).what, send_status::unknown);
  EXPECT_EQ(zalo_.messages().size(), 1u);
}

TEST_F(Client, DoesNotKnowTheOutcomeOfAServerError) {
  zalo_.next_sends({trouble::kind::http, 500});
  EXPECT_EQ(send(message()).what, send_status::unknown);
}

TEST_F(Client, RetriesWhatHttpItselfRefused) {
  zalo_.next_sends({trouble::kind::http, 429});
  EXPECT_EQ(send(message()).what, send_status::retry);
}

TEST_F(Client, RetriesWhatNeverLeft) {
  auto who = an_account();
  who.api = "http://127.0.0.1:1";
  client lonely{loop_, who, *store_, clock()};
  EXPECT_EQ(send(lonely, message()).what, send_status::retry);
}

TEST_F(Client, NeverSendsWhatWouldBeChargedFor) {
  const auto old = message();
  now_ += 48h;
  EXPECT_EQ(send(old).what, send_status::undeliverable);
  EXPECT_EQ(zalo_.sends(), 0);
}

TEST_F(Client, SendsTheMenuAsTextWhereTheAccountHasNoButtons) {
  auto who = an_account();
  who.buttons = false;
  client plain{loop_, who, *store_, clock(), "Gõ số."};
  EXPECT_EQ(send(plain, with_button()).what, send_status::sent);
  EXPECT_EQ(last_text(), "Chọn\n\n1. Khai sinh\nGõ số.");
}

TEST_F(Client, RefusesAnAddressWithAPathAtTheStart) {
  auto who = an_account();
  who.api = "https://openapi.zalo.me/v3.0";
  EXPECT_THROW((client{loop_, who, *store_, clock()}), std::runtime_error);
}

class ClientWithProof : public Client {
 protected:
  ClientWithProof() : proven_zalo_{{.proof_required = true}} {}
  fakes::fake_zalo proven_zalo_;
};

TEST_F(ClientWithProof, SendsTheProofWhereTheAccountWantsIt) {
  auto who = an_account();
  who.api = who.oauth = proven_zalo_.origin();
  client without{loop_, who, *store_, clock()};
  EXPECT_EQ(send(without, message()).what, send_status::account_halted);
  who.appsecret_proof = true;
  client with{loop_, who, *store_, clock()};
  EXPECT_EQ(send(with, message()).what, send_status::sent);
}

TEST(Envelope, TakesAnErrorAsANumberOrAString) {
  http::response answer{http::status::ok, 11};
  answer.body() = R"({"error":"-32","message":"x"})";
  EXPECT_EQ(read_envelope(answer)->error, -32);
  answer.body() = R"({"error":-32,"message":"x"})";
  EXPECT_EQ(read_envelope(answer)->error, -32);
}

TEST(Envelope, IsNoneWithoutAnError) {
  http::response answer{http::status::ok, 11};
  for (const auto* body : {"", "[]", "{}", "<html>", R"({"error":null})", R"({"error":"no"})"}) {
    answer.body() = body;
    EXPECT_FALSE(read_envelope(answer)) << body;
  }
}

}  // namespace
}  // namespace motcua::zalo
