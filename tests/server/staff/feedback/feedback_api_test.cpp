// Feedback by the console's API: who reads it, how it is worked on, and whether the citizen hears of it.
#include <gtest/gtest.h>

#include "tests/server/photos/pictures.hpp"
#include "tests/server/staff/office.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using intents::feedback_note;
using of = feedback_note::of;

class FeedbackDesk : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    truc = here.hire("truc", {"operator"}, {"tan-hung"});
  }
  // A citizen of Tân Hưng files it on Zalo.
  void file(const std::string& code, const std::string& kind = "works", bool tell = true,
            const std::string& unit = "tan-hung") {
    turn({{of::begun}, {of::what, "cống tắc <b>ba tuần</b>"}, {of::kind, kind}, {of::filed, code, tell}},
         unit);
  }
  void turn(std::vector<feedback_note> notes, const std::string& unit = "tan-hung") {
    store::new_event e;
    e.account = store::account_id{"zalo"};
    e.conversation = store::conversation_id{"c1"};
    e.address = "u:1";
    e.dedupe_key = std::to_string(++count);
    e.text = "lời người dân";
    e.arrived_at = e.occurred_at = here.now() - ago;
    ASSERT_TRUE(await(here.chats().append({e})).has_value());
    store::finished_turn t;
    t.events = {next_event(here.chats(), e.conversation)->id};
    t.conversation = e.conversation;
    t.account = e.account;
    t.unit = content::unit_id{unit};
    t.now = here.now() - ago;
    t.record.decision = "feedback";
    t.feedback = std::move(notes);
    t.photo = jpeg();  // what was never sealed is opened as it is
    ASSERT_TRUE(await(here.chats().finish(t)).has_value());
  }
  told list(const visitor& who) { return here.call("GET", "/api/staff/feedback", nullptr, who); }
  told read(const std::string& code, const visitor& who) {
    return here.call("GET", "/api/staff/feedback/" + code, nullptr, who);
  }
  told step(const std::string& code, const json& body, const visitor& who) {
    return here.call("POST", "/api/staff/feedback/" + code + "/step", body, who);
  }
  std::size_t news_waiting() {
    const auto all = await(here.chats().waiting_events(store::event_id{0}, 10)).value();
    std::size_t count_of = 0;
    for (const auto& one : all)
      if (await(here.chats().event(one.event)).value()->kind == store::event_kind::news) ++count_of;
    return count_of;
  }

  office here;
  visitor truc;
  int count = 0;
  std::chrono::hours ago{0};  // the citizen wrote
};

TEST_F(FeedbackDesk, IsReadAndWorkedOnStepByStep) {
  file("K7M4XPC");
  ASSERT_EQ(list(truc).body.at("feedback").size(), 1U);
  EXPECT_EQ(list(truc).body.at("feedback")[0].dump().find("cống"), std::string::npos)
      << "the list has no words";
  EXPECT_EQ(read("K7M4XPC", truc).body.at("what"), "cống tắc <b>ba tuần</b>");
  ASSERT_EQ(step("K7M4XPC", {{"status", "in_work"}, {"word", "Đội thoát nước sửa tuần này."}}, truc).status,
            200U);
  const auto after = read("K7M4XPC", truc).body;
  EXPECT_EQ(after.at("status"), "in_work");
  EXPECT_EQ(after.at("history").size(), 2U);
  EXPECT_EQ(after.at("history")[1].at("who"), "truc");
}

TEST_F(FeedbackDesk, TheCitizenHearsOfItAtOnceWithinTheWindow) {
  file("K7M4XPC");
  EXPECT_EQ(step("K7M4XPC", {{"status", "in_work"}, {"word", "Đang sửa."}}, truc).body.at("told"), "now");
  EXPECT_EQ(news_waiting(), 1U);
}

TEST_F(FeedbackDesk, OutsideTheWindowItIsKeptForTheNextContactAndStaffIsToldSo) {
  ago = 49h;  // Zalo: 48 hours
  file("K7M4XPC");
  EXPECT_EQ(step("K7M4XPC", {{"status", "in_work"}, {"word", "Đang sửa."}}, truc).body.at("told"),
            "next_contact");
  EXPECT_EQ(news_waiting(), 0U);
  EXPECT_TRUE(list(truc).body.at("feedback")[0].at("untold"));
}

TEST_F(FeedbackDesk, WhoDidNotAgreeIsNotTold) {
  file("K7M4XPC", "works", false);
  EXPECT_EQ(step("K7M4XPC", {{"status", "in_work"}, {"word", ""}}, truc).body.at("told"), "not_wanted");
  EXPECT_EQ(news_waiting(), 0U);
}

TEST_F(FeedbackDesk, IsNotSettledWithoutAWordToTheCitizen) {
  file("K7M4XPC");
  EXPECT_EQ(step("K7M4XPC", {{"status", "answered"}, {"word", "  "}}, truc).status, 400U);
  EXPECT_EQ(step("K7M4XPC", {{"status", "done"}, {"word", "Xong"}}, truc).status, 400U);
  EXPECT_EQ(read("K7M4XPC", truc).body.at("status"), "received");
}

TEST_F(FeedbackDesk, AboutConductIsForTheApproverAlone) {
  file("K7M4XPC", "conduct");
  EXPECT_TRUE(list(truc).body.at("feedback").empty());
  EXPECT_EQ(read("K7M4XPC", truc).status, 403U);
  EXPECT_EQ(step("K7M4XPC", {{"status", "in_work"}, {"word", ""}}, truc).status, 403U);
  EXPECT_TRUE(here.call("GET", "/api/staff/feedback/export", nullptr, truc).body.at("feedback").empty());
  const auto duyet = here.hire("duyet", {"approver"}, {"tan-hung"});
  EXPECT_EQ(list(duyet).body.at("feedback").size(), 1U);
  EXPECT_EQ(read("K7M4XPC", duyet).status, 200U);
}

TEST_F(FeedbackDesk, ItsPhotoIsSeenAndRemovedByWhoeverWorksOnItAndThatIsOnRecord) {
  turn({{of::begun}, {of::what, "cống tắc"}, {of::photo}, {of::filed, "K7M4XPC", true}});
  const std::string path = "/api/staff/feedback/K7M4XPC/photo";
  EXPECT_TRUE(read("K7M4XPC", truc).body.at("photo"));
  const auto seen = here.call("GET", path, nullptr, truc);
  EXPECT_EQ(seen.status, 200U);
  EXPECT_EQ(seen.headers.at("Content-Type"), "image/jpeg");
  EXPECT_EQ(seen.headers.at("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(seen.text, jpeg());
  EXPECT_EQ(here.call("DELETE", path, nullptr, truc).status, 200U);
  EXPECT_EQ(here.call("GET", path, nullptr, truc).status, 404U);
  EXPECT_EQ(here.call("DELETE", path, nullptr, truc).status, 404U);
  EXPECT_FALSE(read("K7M4XPC", truc).body.at("photo"));
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.dump();
  EXPECT_NE(log.find("feedback.photo"), std::string::npos);
  EXPECT_NE(log.find("feedback.remove_photo"), std::string::npos);
}

TEST_F(FeedbackDesk, APhotoOfAnotherUnitOrAboutConductIsNotShown) {
  turn({{of::begun}, {of::kind, "conduct"}, {of::photo}, {of::filed, "K7M4XPC", true}});
  turn({{of::begun}, {of::photo}, {of::filed, "K7M4XPD", true}}, "tien-lang");
  EXPECT_EQ(here.call("GET", "/api/staff/feedback/K7M4XPC/photo", nullptr, truc).status, 403U);
  EXPECT_EQ(here.call("GET", "/api/staff/feedback/K7M4XPD/photo", nullptr, truc).status, 403U);
}

TEST_F(FeedbackDesk, OfAnotherUnitIsNobodysElse) {
  file("K7M4XPC", "works", true, "tien-lang");
  EXPECT_TRUE(list(truc).body.at("feedback").empty());
  EXPECT_EQ(read("K7M4XPC", truc).status, 403U);
  EXPECT_EQ(read("K7M4XPF", truc).status, 404U);
}

TEST_F(FeedbackDesk, ReadingAndTakingAlongAreOnRecordWithoutAWordOfIt) {
  file("K7M4XPC");
  read("K7M4XPC", truc);
  EXPECT_EQ(here.call("GET", "/api/staff/feedback/export", nullptr, truc).body.at("feedback")[0].at("what"),
            "cống tắc <b>ba tuần</b>");
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.dump();
  EXPECT_NE(log.find("feedback.read"), std::string::npos);
  EXPECT_NE(log.find("feedback.export"), std::string::npos);
  EXPECT_EQ(log.find("cống"), std::string::npos);
}

}  // namespace
}  // namespace motcua::tests
