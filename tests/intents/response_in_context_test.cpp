// What a message means after the turns before it: follow-ups, choices, corrections, ways back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/response.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using content::aspect;
using sample::actions_of;
using sample::all_text;
using sample::chat;
using sample::payload_of;
using testing::HasSubstr;

class ResponseInContext : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
};

TEST_F(ResponseInContext, FollowsUpOnWhatIsInHandForADay) {
  chat c;
  c.say("đăng ký khai sinh");
  c.now += std::chrono::hours{20};
  const auto t = c.say("thế mất bao lâu ạ");
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(t.about, aspect::time);
  c.now += std::chrono::hours{25};
  const auto later = c.say("lệ phí bao nhiêu");
  EXPECT_EQ(later.what, decision::clarify);
  EXPECT_FALSE(later.entry);
  EXPECT_EQ(payload_of(actions_of(later).at(0)), "v1:ask:khai-sinh:fee");
}

TEST_F(ResponseInContext, AsksASideOfTheMattersAmongWhichItHadAskedBack) {
  chat c;
  c.say("đăng ký kết hôn");
  c.state.offered = {{"Khai sinh", write_payload(content::entry_id{"khai-sinh"}, aspect::overview)},
                     {"Kết hôn", write_payload(content::entry_id{"ket-hon"}, aspect::overview)}};
  c.state.asked_back = true;
  const auto t = c.say("mất bao lâu ạ");
  EXPECT_EQ(t.what, decision::clarify) << "the matter in hand is not the one that was being asked about";
  EXPECT_EQ(payload_of(actions_of(t).at(0)), "v1:ask:khai-sinh:time");
  EXPECT_EQ(payload_of(actions_of(t).at(1)), "v1:ask:ket-hon:time");
  EXPECT_TRUE(c.state.asked_back);
  EXPECT_EQ(c.say("2").entry, content::entry_id{"ket-hon"});
  EXPECT_FALSE(c.state.asked_back);
}

TEST_F(ResponseInContext, TakesABareNumberAsTheOfferedChoice) {
  for (const char* text : {"2", "số 2", "cái thứ hai", "cái thứ hai ấy", " 2. ", "chọn 2 nhé"}) {
    chat c;
    c.say("đăng ký khai sinh");
    ASSERT_GE(c.state.offered.size(), 2U);
    const auto wanted = c.state.offered[1].payload;
    const auto t = c.say(text);
    EXPECT_EQ(write_payload(t.entry.value_or(content::entry_id{}), t.about), wanted) << text;
  }
  chat c;
  c.say("đăng ký khai sinh");
  const auto wanted = c.state.offered[0].payload;
  const auto t = c.say("cái đầu tiên");
  EXPECT_EQ(write_payload(t.entry.value(), t.about), wanted);
}

TEST_F(ResponseInContext, TakesAnOfferedTitleAsTheChoice) {
  chat c;
  c.say("xyz abc");
  ASSERT_FALSE(c.state.offered.empty());
  EXPECT_EQ(c.say("dang ky ket hon").entry, content::entry_id{"ket-hon"});
}

TEST_F(ResponseInContext, RemembersTheOfferedChoicesInOrder) {
  chat c;
  const auto t = c.say("đăng ký khai sinh");
  std::vector<std::string> shown;
  for (const auto& a : actions_of(t)) {
    if (!payload_of(a).empty()) shown.push_back(payload_of(a));
  }
  ASSERT_EQ(shown.size(), c.state.offered.size());
  for (std::size_t i = 0; i < shown.size(); ++i) EXPECT_EQ(c.state.offered[i].payload, shown[i]);
}

TEST_F(ResponseInContext, OffersTheSecondOfTwoQuestionsFirst) {
  chat c;
  c.say("đăng ký khai sinh");
  understanding u;
  u.what = decision::answer;
  u.entry = content::entry_id{"khai-sinh"};
  u.about = aspect::fee;
  u.also = second_question{content::entry_id{"ket-hon"}, aspect::where};
  const setting where{content::default_unit, c.now};
  const auto t = response{*c.with.content, c.state, where}.understood(u);
  EXPECT_EQ(payload_of(actions_of(t).front()), "v1:ask:ket-hon:where");
  EXPECT_LE(actions_of(t).size(), 4U);
  EXPECT_THAT(all_text(t), HasSubstr("còn hỏi về"));
}

TEST_F(ResponseInContext, ThanksWhereAnOfferIsDeclinedAndKeepsTheMatter) {
  chat c;
  c.say("đăng ký khai sinh");
  EXPECT_EQ(c.say("thôi khỏi").what, decision::smalltalk);
  EXPECT_EQ(c.say("lệ phí bao nhiêu").entry, content::entry_id{"khai-sinh"});
}

TEST_F(ResponseInContext, TakesYesForTheFirstOffer) {
  chat c;
  c.say("đăng ký khai sinh");
  const auto wanted = c.state.offered.front().payload;
  const auto t = c.say("vâng em cần");
  EXPECT_EQ(write_payload(t.entry.value(), t.about), wanted);
}

TEST_F(ResponseInContext, GoesBackAndForthBetweenTwoMatters) {
  chat c;
  c.say("lệ phí đăng ký khai sinh");
  const auto other = c.say("thế còn đăng ký kết hôn thì sao");
  EXPECT_EQ(other.entry, content::entry_id{"ket-hon"});
  EXPECT_EQ(other.about, aspect::fee);
  EXPECT_EQ(c.say("quay lại cái khai sinh lúc nãy, mất bao lâu").entry, content::entry_id{"khai-sinh"});
}

TEST_F(ResponseInContext, TakesACorrection) {
  chat c;
  c.say("lệ phí đăng ký khai sinh");
  const auto t = c.say("không phải, ý tôi là đăng ký kết hôn");
  EXPECT_EQ(t.entry, content::entry_id{"ket-hon"});
  EXPECT_EQ(t.about, aspect::fee);
}

}  // namespace
}  // namespace motcua::intents
