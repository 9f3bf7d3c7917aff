// Whether the answers helped: asked when the citizen takes their leave, seldom, and answered by a tap or a
// word.
#include "intents/dialogue/opinion.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using sample::all_text;
using sample::chat;
using testing::HasSubstr;
using testing::Not;

class Opinion : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load";
    c.say("lệ phí làm khai sinh bao nhiêu");
  }
  chat c;
};

constexpr auto question = "có giúp được bác/anh/chị không";

TEST_F(Opinion, IsAskedForWhenTheCitizenThanks) {
  const auto t = c.say("cảm ơn nhé");
  EXPECT_THAT(all_text(t), HasSubstr(question));
  ASSERT_EQ(t.replies.back().actions.size(), 2U);
  EXPECT_FALSE(t.thinks);
}

TEST_F(Opinion, IsNotAskedForBeforeAnythingWasAnswered) {
  chat fresh;
  EXPECT_THAT(all_text(fresh.say("cảm ơn nhé")), Not(HasSubstr(question)));
}

TEST_F(Opinion, IsAskedForOnceAMonth) {
  c.say("cảm ơn nhé");
  c.say("phí làm khai sinh bao nhiêu");
  EXPECT_THAT(all_text(c.say("cảm ơn nhé")), Not(HasSubstr(question)));
  c.now += std::chrono::days{31};
  c.say("lệ phí làm khai sinh bao nhiêu");
  EXPECT_THAT(all_text(c.say("cảm ơn nhé")), HasSubstr(question));
}

TEST_F(Opinion, ATapThatItHelpedAsksWhetherAWayWasSaved) {
  c.say("cảm ơn nhé");
  const auto helped = c.tap("v1:thought:helped");
  EXPECT_EQ(helped.thinks, opinion::helped);
  EXPECT_THAT(all_text(helped), HasSubstr("đỡ phải gọi điện hay đi lại"));
  const auto saved = c.tap("v1:thought:saved");
  EXPECT_EQ(saved.thinks, opinion::saved);
  EXPECT_TRUE(saved.replies.back().actions.empty());
}

TEST_F(Opinion, AWordWillDo) {
  c.say("cảm ơn nhé");
  EXPECT_EQ(c.say("có ạ").thinks, opinion::helped);
  EXPECT_EQ(c.say("không").thinks, opinion::not_saved);
}

TEST_F(Opinion, ThatItDidNotHelpNamesWhomToAskAndOffersAPerson) {
  c.say("cảm ơn nhé");
  const auto t = c.say("không");
  EXPECT_EQ(t.thinks, opinion::not_helped);
  EXPECT_THAT(all_text(t), HasSubstr("1022"));
  ASSERT_EQ(t.replies.back().actions.size(), 1U);
  EXPECT_EQ(std::get<ask_again>(t.replies.back().actions[0].does).payload, "v1:human");
}

TEST_F(Opinion, ThatAnAnswerIsWrongIsTakenDownWithoutBeingAsked) {
  const auto t = c.say("sai rồi, không đúng ý tôi");
  EXPECT_EQ(t.thinks, opinion::not_helped);
  EXPECT_THAT(all_text(t), HasSubstr("Xin lỗi"));
}

TEST_F(Opinion, AMadeUpOneLeadsToTheMenu) {
  EXPECT_FALSE(c.tap("v1:thought:wonderful").thinks);
}

TEST_F(Opinion, TheMatterStaysInHand) {
  c.say("cảm ơn nhé");
  c.say("có");
  const auto t = c.say("thế bao lâu thì xong");
  ASSERT_TRUE(t.entry);
  EXPECT_EQ(t.entry->str(), "khai-sinh");
}

}  // namespace
}  // namespace motcua::intents
