// Conversations by the console's API, over a real store: the list, the transcript with its reasons, an
// officer's word.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/staff/office.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class Conversations : public testing::Test {
 protected:
  void SetUp() override { truc = here.hire("truc", {"operator"}, {"tan-hung"}); }

  // A citizen's message, answered with `decision`.
  void talk(const std::string& who, const std::string& text, const std::string& decision,
            const std::string& account = "web") {
    store::new_event e;
    e.account = store::account_id{account};
    e.conversation = store::conversation_id{who};
    e.address = "address-of-" + who;
    e.dedupe_key = who + std::to_string(++count_);
    e.text = text;
    e.occurred_at = e.arrived_at = here.now();
    std::vector<store::new_event> events{e};
    ASSERT_TRUE(await(here.chats().append(std::move(events))).has_value());
    const auto waiting = next_event(here.chats(), e.conversation);
    ASSERT_TRUE(waiting);
    store::finished_turn t;
    t.events = {waiting->id};
    t.conversation = e.conversation;
    t.account = e.account;
    t.now = here.now();
    t.record = {decision, "khai-sinh", "fee", 0.93, "v"};
    t.replies.push_back({"Dạ, thưa bác", {}});
    ASSERT_TRUE(await(here.chats().finish(t)).has_value());
    here.pass(1s);
  }
  json list(const std::string& which, const visitor& who) {
    return here.call("GET", "/api/staff/conversations" + which, nullptr, who).body.at("conversations");
  }
  told act(const std::string& who, const std::string& what, const json& body, const visitor& by) {
    return here.call("POST", "/api/staff/conversations/" + who + what, body, by);
  }
  std::optional<store::pending_event> waiting(const std::string& who) {
    return next_event(here.chats(), store::conversation_id{who});
  }

  office here;
  visitor truc;
  int count_ = 0;
};

TEST_F(Conversations, AreListedWithWhoWaitsForAPerson) {
  talk("a", "làm khai sinh", "answer");
  talk("b", "cho tôi gặp người", "person");
  ASSERT_EQ(list("", truc).size(), 2U);
  EXPECT_EQ(list("", truc)[0].at("id"), "b");
  const auto waits = list("?waiting=1", truc);
  ASSERT_EQ(waits.size(), 1U);
  EXPECT_EQ(waits[0].at("id"), "b");
  EXPECT_TRUE(waits[0].at("wants_person").get<bool>());
}

TEST_F(Conversations, StopWaitingOnceAnOfficerHasWritten) {
  talk("b", "cho tôi gặp người", "person");
  talk("b", "", "silent");
  EXPECT_TRUE(list("?waiting=1", truc).empty());
  talk("b", "vẫn muốn gặp người", "person");
  EXPECT_EQ(list("?waiting=1", truc).size(), 1U);
}

TEST_F(Conversations, AreReadInTheirOrderWithTheReasonOfEveryDecision) {
  talk("a", "lệ phí khai sinh", "answer");
  talk("a", "cảm ơn", "smalltalk");
  const auto told = here.call("GET", "/api/staff/conversations/a", nullptr, truc).body;
  const auto& lines = told.at("lines");
  ASSERT_EQ(lines.size(), 4U) << lines;
  EXPECT_EQ(lines[0].at("who"), "citizen");
  EXPECT_EQ(lines[0].at("text"), "lệ phí khai sinh");
  EXPECT_EQ(lines[0].at("decision"), "answer");
  EXPECT_EQ(lines[0].at("entry"), "khai-sinh");
  EXPECT_DOUBLE_EQ(lines[0].at("confidence"), 0.93);
  EXPECT_EQ(lines[1].at("who"), "bot");
  EXPECT_EQ(lines[1].at("fate"), "waiting");
  EXPECT_THAT(told.dump(), Not(HasSubstr("address-of-a"))) << "where the citizen is reached is not shown";
}

TEST_F(Conversations, BringAnOfficersWordsIntoTheLineOfEvents) {
  talk("a", "cho tôi gặp người", "person");
  EXPECT_EQ(act("a", "/answer", {{"text", "Chào bác"}}, truc).status, 202U);
  const auto event = waiting("a");
  ASSERT_TRUE(event);
  EXPECT_EQ(event->kind, store::event_kind::officer);
  EXPECT_EQ(event->text, "Chào bác");
  EXPECT_EQ(event->address, "address-of-a");
}

TEST_F(Conversations, AreTakenOverAndHandedBackWithoutAWord) {
  talk("a", "cho tôi gặp người", "person");
  EXPECT_EQ(act("a", "/take", json::object(), truc).status, 202U);
  EXPECT_EQ(waiting("a")->kind, store::event_kind::officer);
  EXPECT_EQ(waiting("a")->text, "");
}

TEST_F(Conversations, AreNotAnsweredOnceThePlatformsWindowHasClosed) {
  talk("z", "cho tôi gặp người", "person", "zalo");
  EXPECT_TRUE(
      here.call("GET", "/api/staff/conversations/z", nullptr, truc).body.at("window_open").get<bool>());
  here.pass(29min);  // within the session, far beyond the window in two steps below
  for (int i = 0; i < 48 * 3; ++i) {
    here.pass(20min);
    if (here.call("GET", "/api/staff/me", nullptr, truc).status == 401)
      truc = [&] {
        const auto in =
            here.call("POST", "/api/staff/session", {{"login", "truc"}, {"password", good_password}});
        const auto& cookie = in.headers.at("Set-Cookie");
        return visitor{cookie.substr(0, cookie.find(';')), in.body.at("csrf"), ""};
      }();
  }
  const auto refused = act("z", "/answer", {{"text", "Chào bác"}}, truc);
  EXPECT_EQ(refused.status, 409U);
  EXPECT_EQ(refused.body.at("error"), "window_closed");
  EXPECT_FALSE(waiting("z"));
}

TEST_F(Conversations, OfAnotherUnitAreNeitherListedNorReadNorAnswered) {
  talk("x", "chuyện xã khác", "person", "xa-khac");
  EXPECT_TRUE(list("", truc).empty());
  EXPECT_TRUE(list("?waiting=1", truc).empty());
  const auto logged = here.refusals_logged();
  const auto seen = here.call("GET", "/api/staff/conversations/x", nullptr, truc);
  EXPECT_EQ(seen.body.at("error"), "other_unit");
  EXPECT_THAT(seen.body.dump(), Not(HasSubstr("chuyện")));
  for (const char* what : {"/answer", "/take", "/hand-back"})
    EXPECT_EQ(act("x", what, {{"text", "Chào"}}, truc).body.at("error"), "other_unit") << what;
  EXPECT_FALSE(waiting("x"));
  EXPECT_EQ(here.refusals_logged(), logged + 4);
}

TEST_F(Conversations, LeaveNoWordOfACitizenInTheLog) {
  talk("a", "chuyện riêng của tôi", "person");
  here.call("GET", "/api/staff/conversations/a", nullptr, truc);
  act("a", "/answer", {{"text", "lời của cán bộ"}}, truc);
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.dump();
  EXPECT_THAT(log, HasSubstr("conversation.read"));
  EXPECT_THAT(log, HasSubstr("conversation.answer"));
  EXPECT_THAT(log, Not(HasSubstr("chuyện riêng")));
  EXPECT_THAT(log, Not(HasSubstr("lời của cán bộ")));
}

TEST_F(Conversations, ThatAreNoneAreNotFound) {
  EXPECT_EQ(here.call("GET", "/api/staff/conversations/none", nullptr, truc).status, 404U);
  EXPECT_EQ(act("none", "/take", json::object(), truc).status, 404U);
}

TEST_F(Conversations, TakeNoEmptyAndNoEndlessAnswer) {
  talk("a", "cho tôi gặp người", "person");
  for (const json& body :
       {json{{"text", " \n"}}, json{{"text", std::string(7000, 'x')}}, json{{"text", 5}}, json::object()})
    EXPECT_EQ(act("a", "/answer", body, truc).status, 400U);
}

}  // namespace
}  // namespace motcua::tests
