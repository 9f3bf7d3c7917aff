#include "server/channels/messenger/client.hpp"

#include <gtest/gtest.h>

#include "tests/server/channels/messenger/page.hpp"
#include "tests/support/await.hpp"
#include "tests/support/fake_graph/fake_graph.hpp"

namespace motcua::messenger {
namespace {

using namespace std::chrono_literals;
using fakes::graph_trouble;
using pipeline::send_outcome;
using pipeline::send_status;

class Client : public testing::Test {
 protected:
  account a_page_here() {
    auto who = a_page();
    who.graph = graph_.origin();
    return who;
  }
  pipeline::clock clock() {
    return [this] { return now_; };
  }
  store::outgoing message(std::string text = "Dạ, xin chào") {
    store::outgoing made;
    made.id = store::outbox_id{12};
    made.address = "7001000200030004";
    made.what.text = std::move(text);
    made.created_at = now_;
    return made;
  }
  send_outcome send(client& through, const store::outgoing& what) {
    const auto bodies = through.render(what);
    send_outcome last;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      last = tests::await(loop_, through.send(what, static_cast<int>(i), bodies[i]));
      if (last.what != send_status::sent) break;
    }
    return last;
  }
  send_outcome send(const store::outgoing& what) { return send(client_, what); }
  send_outcome send() { return send(message()); }
  void type() { tests::await(loop_, typed()); }
  awaitable<int> typed() {
    co_await client_.show_typing("7001000200030004");
    co_return 0;
  }

  const store::instant start_{std::chrono::seconds{1795132800}};
  store::instant now_ = start_;
  fakes::fake_graph graph_{{}, 0, [at = start_] { return at; }};
  net::io_context loop_;
  client client_{loop_, a_page_here(), clock()};
};

TEST_F(Client, SendsAMessageAndTellsItsId) {
  const auto outcome = send();
  EXPECT_EQ(outcome.what, send_status::sent) << outcome.reason;
  ASSERT_EQ(graph_.messages().size(), 1u);
  EXPECT_EQ(outcome.platform_message_id, graph_.messages().front().message_id);
  EXPECT_EQ(graph_.messages().front().body.at("message").at("text"), "Dạ, xin chào");
  EXPECT_EQ(graph_.messages().front().body.at("message").at("metadata"), "motcua:12:0");
}

TEST_F(Client, SendsEveryKindOfAnswerWithinFacebooksLimits) {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "Công dân nộp hồ sơ tại bộ phận một cửa. ";
  auto what = message(text);
  for (int i = 0; i < 20; ++i) {
    what.what.actions.push_back({"Một câu hỏi rất dài về thủ tục", intents::ask_again{"v1:menu"}});
    what.what.actions.push_back({"Một trang có tên rất dài", intents::open_link{"https://a.gov.vn"}});
    what.what.actions.push_back({"Gọi phường", intents::call_number{"+842430000000"}});
  }
  const auto outcome = send(what);
  EXPECT_EQ(outcome.what, send_status::sent) << outcome.reason;
  EXPECT_GE(graph_.messages().size(), 4u);
}

TEST_F(Client, ShowsTypingInACallOfItsOwn) {
  type();
  ASSERT_EQ(graph_.actions().size(), 1u);
  EXPECT_EQ(graph_.actions().front().body,
            nlohmann::json::parse(R"({"recipient":{"id":"7001000200030004"},"sender_action":"typing_on"})"));
  EXPECT_TRUE(graph_.messages().empty());
}

TEST_F(Client, DoesNotMindWhenTypingFails) {
  graph_.expire_token();
  EXPECT_NO_THROW(type());
  EXPECT_TRUE(graph_.actions().empty());
}

TEST_F(Client, HaltsTheAccountWhenTheTokenHasExpired) {
  graph_.expire_token();
  const auto outcome = send();
  EXPECT_EQ(outcome.what, send_status::account_halted);
  EXPECT_EQ(outcome.reason, "messenger 190/463: the Page token has expired (trace AfAke-trace_1)");
}

TEST_F(Client, HaltsTheAccountWhenTheTokenIsWrong) {
  auto who = a_page_here();
  who.page_token = "EAAother";
  client other{loop_, who, clock()};
  EXPECT_EQ(send(other, message()).what, send_status::account_halted);
}

TEST_F(Client, CannotSendWithoutTheAppSecret) {
  auto who = a_page_here();
  who.app_secret = "ffeeddccbbaa99887766554433221100";
  client other{loop_, who, clock()};
  EXPECT_EQ(send(other, message()).reason, "messenger 100: a bad parameter or id (trace AfAke-trace_1)");
  EXPECT_TRUE(graph_.messages().empty());
}

TEST_F(Client, ProvesTheTokenAtTheTimeOfTheCall) {
  now_ += 4min;
  EXPECT_EQ(send().what, send_status::sent);
  now_ += 2min;
  EXPECT_EQ(send().what, send_status::undeliverable) << "the fake's clock stands: six minutes are stale";
}

TEST_F(Client, DropsWhatIsOutsideTheWindowAndSaysWhy) {
  graph_.next_sends(fakes::graph_failure{.code = 10, .subcode = 2018278});
  const auto outcome = send();
  EXPECT_EQ(outcome.what, send_status::undeliverable);
  EXPECT_EQ(outcome.reason, "messenger 10/2018278: outside the 24-hour window (trace AfAke-trace_1)");
}

TEST_F(Client, NeverSendsOnceItsOwnClockSaysThatTheWindowHasClosed) {
  const auto old = message();
  now_ += 23h + 55min;
  EXPECT_EQ(send(old).what, send_status::undeliverable);
  EXPECT_EQ(graph_.sends(), 0);
}

TEST_F(Client, PausesThePageAfterALimit) {
  graph_.next_sends(fakes::graph_failure{.code = 613});
  const auto outcome = send();
  EXPECT_EQ(outcome.what, send_status::retry);
  EXPECT_EQ(outcome.wait, 60s);
  now_ += 20s;
  const auto next = send();
  EXPECT_EQ(next.what, send_status::retry);
  EXPECT_EQ(next.wait, 40s);
  type();
  EXPECT_EQ(graph_.sends(), 1) << "no call while the Page is paused";
  EXPECT_TRUE(graph_.actions().empty());
  now_ += 40s;
  EXPECT_EQ(send().what, send_status::sent);
}

TEST_F(Client, PausesThePageAsLongAsFacebookSays) {
  graph_.next_sends(fakes::graph_failure{.code = 80006, .regain_minutes = 17});
  EXPECT_EQ(send().wait, 17min);
}

TEST_F(Client, TriesATemporaryFailureThreeTimesAndThenDrops) {
  graph_.next_sends(fakes::graph_failure{.code = 2}, 2);
  auto what = message();
  what.attempts = 2;
  EXPECT_EQ(send(what).what, send_status::retry);
  what.attempts = 3;
  EXPECT_EQ(send(what).what, send_status::undeliverable);
}

// The lines of messenger.md's table of send errors as they come over the wire, and what becomes of the
// message the first time.
struct wire_error {
  int code;
  int subcode;
  send_status becomes;
};

class EachGraphError : public Client, public testing::WithParamInterface<wire_error> {};

TEST_P(EachGraphError, BecomesOfTheMessageWhatTheReferenceSays) {
  const auto [code, subcode, becomes] = GetParam();
  graph_.next_sends(fakes::graph_failure{.code = code, .subcode = subcode});
  const auto outcome = send();
  EXPECT_EQ(outcome.what, becomes) << outcome.reason;
  EXPECT_NE(outcome.reason.find("messenger " + std::to_string(code)), std::string::npos) << outcome.reason;
  EXPECT_TRUE(graph_.messages().empty());
}

INSTANTIATE_TEST_SUITE_P(
    SendErrors, EachGraphError,
    testing::Values(
        wire_error{1, 0, send_status::retry}, wire_error{1, 99, send_status::undeliverable},
        wire_error{2, 0, send_status::retry}, wire_error{1200, 0, send_status::retry},
        wire_error{4, 0, send_status::retry}, wire_error{17, 0, send_status::retry},
        wire_error{32, 0, send_status::retry}, wire_error{613, 0, send_status::retry},
        wire_error{613, 2018338, send_status::undeliverable}, wire_error{80006, 0, send_status::retry},
        wire_error{10, 0, send_status::account_halted}, wire_error{10, 2018278, send_status::undeliverable},
        wire_error{10, 2534022, send_status::undeliverable},
        wire_error{10, 2018065, send_status::undeliverable},
        wire_error{10, 2018108, send_status::undeliverable},
        wire_error{10, 1893063, send_status::account_halted}, wire_error{100, 0, send_status::undeliverable},
        wire_error{100, 2018001, send_status::undeliverable}, wire_error{190, 0, send_status::account_halted},
        wire_error{190, 458, send_status::account_halted}, wire_error{190, 460, send_status::account_halted},
        wire_error{190, 463, send_status::account_halted}, wire_error{200, 0, send_status::account_halted},
        wire_error{200, 1545041, send_status::undeliverable},
        wire_error{551, 1545041, send_status::undeliverable}, wire_error{230, 0, send_status::undeliverable},
        wire_error{368, 0, send_status::account_halted}, wire_error{2022, 0, send_status::account_halted},
        wire_error{10900, 0, send_status::undeliverable}, wire_error{10903, 0, send_status::undeliverable},
        wire_error{10904, 0, send_status::undeliverable},
        wire_error{100, 2018300, send_status::undeliverable}, wire_error{100, 2018321, send_status::retry},
        wire_error{424242, 0, send_status::retry}),
    [](const auto& one) {
      return "Code" + std::to_string(one.param.code) + "Sub" + std::to_string(one.param.subcode);
    });

TEST_F(Client, DoesNotKnowTheOutcomeOfABrokenAnswer) {
  graph_.next_sends(graph_trouble::drop_after);
  EXPECT_EQ(send().what, send_status::unknown);
  EXPECT_EQ(graph_.messages().size(), 1u);
}

TEST_F(Client, DoesNotKnowTheOutcomeOfAServerError) {
  graph_.next_sends(graph_trouble::http_500);
  EXPECT_EQ(send().what, send_status::unknown);
}

TEST_F(Client, RetriesWhatNeverLeft) {
  auto who = a_page_here();
  who.graph = "http://127.0.0.1:1";
  client lonely{loop_, who, clock()};
  EXPECT_EQ(send(lonely, message()).what, send_status::retry);
}

TEST_F(Client, StopsAtTheFirstPartThatFails) {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "Công dân nộp hồ sơ tại bộ phận một cửa. ";
  graph_.next_sends(fakes::graph_failure{.code = 551});
  EXPECT_EQ(send(message(text)).what, send_status::undeliverable);
  EXPECT_EQ(graph_.sends(), 1);
}

TEST_F(Client, RefusesAnAddressWithAPathAtTheStart) {
  auto who = a_page_here();
  who.graph = "https://graph.facebook.com/v25.0";
  EXPECT_THROW((client{loop_, who, clock()}), std::runtime_error);
}

TEST_F(Client, NeverNamesThePersonOrASecretInAReason) {
  graph_.next_sends(fakes::graph_failure{.code = 100, .subcode = 2018001});
  const auto reason = send().reason;
  for (const auto& secret : {std::string{"7001000200030004"}, a_page().page_token, a_page().app_secret}) {
    EXPECT_EQ(reason.find(secret), std::string::npos);
  }
}

TEST_F(Client, RestoresASubscriptionThatFacebookDropped) {
  graph_.unsubscribe();
  EXPECT_EQ(tests::await(loop_, client_.tend()).trouble, "");
  EXPECT_TRUE(graph_.subscribed());
}

TEST_F(Client, LeavesAWholeSubscriptionAlone) {
  EXPECT_EQ(tests::await(loop_, client_.tend()).trouble, "");
  EXPECT_TRUE(graph_.subscribed());
}

TEST_F(Client, SaysThatTheTokenIsGoodNoMore) {
  graph_.expire_token();
  EXPECT_NE(tests::await(loop_, client_.tend()).trouble.find("Page token"), std::string::npos);
}

}  // namespace
}  // namespace motcua::messenger
