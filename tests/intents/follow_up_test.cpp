// What is said after a matter was answered, and names none itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using sample::actions_of;
using sample::all_text;
using sample::chat;
using sample::payload_of;
using testing::HasSubstr;
using testing::Not;

class FollowUp : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
  static mind shipped() { return mind{sample::shipped().content}; }
};

TEST_F(FollowUp, TakesACircumstanceForOneOfTheMatterInHand) {
  chat c;
  c.say("đăng ký khai sinh cần giấy tờ gì");
  EXPECT_EQ(c.say("bố mẹ chưa đăng ký kết hôn thì sao").entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(c.say("thế còn đăng ký kết hôn thì sao").entry, content::entry_id{"ket-hon"});
}

TEST_F(FollowUp, IsNotAnsweredWithTheSameAgainAndSaysWhomToAsk) {
  chat c;
  const auto first = c.say("đăng ký khai sinh");
  const auto again = c.say("bố mẹ chưa cưới thì sao");
  EXPECT_EQ(again.entry, first.entry);
  EXPECT_THAT(all_text(again), HasSubstr("chưa tìm được phần trả lời riêng"));
  EXPECT_THAT(all_text(again), Not(HasSubstr(all_text(first))));
}

TEST_F(FollowUp, OffersWhatElseMightHaveBeenMeantWhereItIsUnsure) {
  chat c;
  c.say("đăng ký khai sinh cần giấy tờ gì");
  const auto t = c.say("bố mẹ chưa đăng ký kết hôn thì sao");
  EXPECT_THAT(payload_of(actions_of(t).front()), HasSubstr("ket-hon"));
}

// "Khi ký phải có mặt cả hai người" stands in the summary: that nothing is published of it would be untrue.
TEST_F(FollowUp, IsNotToldThatNothingIsPublishedOfIt) {
  chat c;
  c.say("đăng ký khai sinh");
  EXPECT_THAT(all_text(c.say("bố mẹ chưa cưới thì sao")), Not(HasSubstr("chưa nói")));
}

TEST_F(FollowUp, IsOfferedNoAmbulanceForAnAnimal) {
  const auto with = shipped();
  const setting where{content::default_unit, sample::at(2026, 11, 27)};
  const auto say = [&](const conversation& before, const char* text) {
    return take_turn(with, before, {citizen_event::kind::text, text}, where);
  };
  const auto first = say({}, "đăng ký kết hôn cần giấy tờ gì");
  for (const auto& a : actions_of(say(first.after, "lợn bỏ ăn sốt cao tím tai")))
    EXPECT_THAT(payload_of(a), Not(HasSubstr("khan-cap")));
}

}  // namespace
}  // namespace motcua::intents
