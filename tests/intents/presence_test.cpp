// The bot beside a person of the office, and beside a citizen who floods it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intents/dialogue/burst.hpp"
#include "intents/dialogue/pace.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using namespace std::chrono_literals;
using kind = citizen_event::kind;
using sample::all_text;
using sample::chat;
using testing::HasSubstr;
using testing::Not;

const std::string question = "lệ phí làm khai sinh bao nhiêu";

class Presence : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
  chat c;
};

TEST_F(Presence, IsSilentWhileAnOfficerTalks) {
  const auto heard = c.say("", kind::officer);
  EXPECT_TRUE(heard.replies.empty());
  EXPECT_THAT(heard.effects, testing::Contains(effect::hush));
  c.now += 11h;
  EXPECT_TRUE(c.say(question).replies.empty());
}

TEST_F(Presence, ComesBackAfterTheQuietTimeAndSaysWhatItIs) {
  c.say("", kind::officer);
  c.now += 12h;
  const auto text = all_text(c.say(question));
  EXPECT_THAT(text, HasSubstr("Tôi là trợ lý tự động"));
  EXPECT_THAT(text, HasSubstr("8.000 đồng"));
}

TEST_F(Presence, EachWordOfTheOfficerBeginsTheQuietTimeAnew) {
  c.say("", kind::officer);
  c.now += 11h;
  c.say("", kind::officer);
  c.now += 11h;
  EXPECT_TRUE(c.say(question).replies.empty());
}

TEST_F(Presence, ComesWhenTheCitizenCallsIt) {
  c.say("", kind::officer);
  c.now += 1min;
  for (const char* call : {"bot ơi lệ phí khai sinh bao nhiêu", "cho hoi tro ly tu dong ve khai sinh"}) {
    c.say("", kind::officer);
    EXPECT_THAT(all_text(c.say(call)), HasSubstr("Tôi là trợ lý tự động")) << call;
  }
  c.say("", kind::officer);
  EXPECT_TRUE(c.say("robot hút bụi").replies.empty()) << "names no bot of ours";
}

TEST_F(Presence, ComesWhenAButtonIsTapped) {
  const auto before = c.say(question);
  c.say("", kind::officer);
  ASSERT_FALSE(before.after.offered.empty());
  EXPECT_FALSE(c.tap(before.after.offered.front().payload).replies.empty());
}

TEST_F(Presence, AnswersACryForHelpWhoeverTalks) {
  c.say("", kind::officer);
  EXPECT_THAT(all_text(c.say("cháy nhà rồi cứu với")), HasSubstr("114"));
  EXPECT_TRUE(c.say(question).replies.empty()) << "and is silent again";
}

TEST_F(Presence, ForgetsWhenAskedToWhoeverTalks) {
  c.say("", kind::officer);
  EXPECT_THAT(c.say("xóa dữ liệu của tôi").effects, testing::Contains(effect::erase_conversation));
}

TEST_F(Presence, ComesBackWhenThePlatformHandsTheConversationBack) {
  c.say("", kind::officer);
  c.say("", kind::handed_back);
  EXPECT_THAT(all_text(c.say(question)), HasSubstr("Tôi là trợ lý tự động"));
}

TEST_F(Presence, BringsWhatAnOfficerWritesInTheConsoleInTheNameOfTheOffice) {
  const auto t = c.say("Chào bác, bác cần gì ạ?", kind::officer);
  ASSERT_EQ(t.replies.size(), 1U);
  EXPECT_THAT(t.replies.front().text, HasSubstr("Cán bộ"));
  EXPECT_THAT(t.replies.front().text, HasSubstr("Chào bác, bác cần gì ạ?"));
  EXPECT_TRUE(t.after.person_until.has_value());
}

TEST_F(Presence, SurvivesItsJson) {
  c.say("", kind::officer);
  const auto again = conversation_from_json(to_json(c.state));
  EXPECT_EQ(again.person_until, c.state.person_until);
}

using Pace = Presence;

TEST_F(Pace, SaysTheSameAnswerThreeTimesAndThenThatItIsTheSame) {
  for (int i = 0; i < most_same_answers; ++i) EXPECT_THAT(all_text(c.say(question)), HasSubstr("8.000 đồng"));
  const auto fourth = all_text(c.say(question));
  EXPECT_THAT(fourth, HasSubstr("vẫn như trên"));
  EXPECT_THAT(fourth, Not(HasSubstr("8.000 đồng")));
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(c.say(question).replies.empty());
  EXPECT_FALSE(c.say("khai sinh cần giấy tờ gì").replies.empty()) << "another question is answered";
}

TEST_F(Pace, AnswersTheSameAgainTheNextDay) {
  for (int i = 0; i < 6; ++i) c.say(question);
  c.now += 24h;
  EXPECT_THAT(all_text(c.say(question)), HasSubstr("8.000 đồng"));
}

TEST_F(Pace, AsksOnceForPatienceInAFloodAndGoesOnAMinuteLater) {
  int answered = 0;
  for (int i = 0; i < 60; ++i) {
    c.now += 10ms;
    if (!c.say(i % 2 == 0 ? question : "khai sinh cần giấy tờ gì").replies.empty()) ++answered;
  }
  EXPECT_EQ(answered, most_turns_a_minute + 1);
  c.now += 1min;
  EXPECT_FALSE(c.say(question).replies.empty());
}

TEST_F(Pace, NeverHoldsUpACryForHelp) {
  for (int i = 0; i < 60; ++i) c.say(question);
  EXPECT_THAT(all_text(c.say("có người bị đâm chảy máu cứu với")), HasSubstr("GỌI NGAY"));
}

TEST_F(Pace, RefusesPicturesKindlyAndSaysWhy) {
  const auto text = all_text(c.say("", kind::media));
  EXPECT_THAT(text, HasSubstr("không mở ảnh"));
}

using Burst = Presence;

turn burst(chat& c, const std::vector<std::string>& texts) {
  auto t = take_burst(c.with, c.state, texts, {content::default_unit, c.now});
  c.state = t.after;
  return t;
}

TEST_F(Burst, AnswersTheQuestionAndNotTheGreeting) {
  const auto t = burst(c, {"chào bạn nhé ạ", question});
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(t.replies.size(), 1U);
  EXPECT_THAT(all_text(t), HasSubstr("8.000 đồng"));
}

TEST_F(Burst, ReadsScrapsAsOneThought) {
  const auto t = burst(c, {"lệ phí", "làm khai sinh", "bao nhiêu"});
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(t.about, content::aspect::fee);
}

TEST_F(Burst, AnswersBothOfTwoQuestions) {
  const auto t = burst(c, {"khai sinh cần giấy tờ gì vậy", question});
  EXPECT_THAT(all_text(t), HasSubstr("Tờ khai"));
  EXPECT_THAT(all_text(t), HasSubstr("8.000 đồng"));
}

TEST_F(Burst, GreetsOnceWhereNothingElseWasSaid) {
  EXPECT_LE(burst(c, {"chào bạn nhé ạ hihi", "xin chào bạn một lần nữa"}).replies.size(), 2U);
}

}  // namespace
}  // namespace motcua::intents
