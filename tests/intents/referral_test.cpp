// A code of 1022: how people type it, and what the bot does with it.
#include "intents/dialogue/referral.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "intents/dialogue/burst.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/text/mask.hpp"
#include "intents/text/short_code.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

std::vector<std::string> codes(std::string_view text) {
  return codes_named(text);
}

TEST(ReferralCode, IsFoundAnywhereInAMessageInAnyCaseWithOrWithoutGaps) {
  for (const char* text : {"K7M4XP", "k7m4xp", "k7m 4xp", "K7 M4 XP", "k 7 m 4 x p", "K7M-4XP", "k7m.4xp",
                           "mã K7M4XP ạ", "chị tổng đài bảo em nhắn k7m4xp vào đây", "ma:k7m4xp.", "(K7M4XP)",
                           "Mã của tôi là K7M4XP, cần giấy gì"})
    EXPECT_EQ(codes(text), std::vector<std::string>{"K7M4XP"}) << text;
}

TEST(ReferralCode, IsNoPartOfALongerWord) {
  for (const char* text : {"K7M4XPP", "AK7M4XP", "K7M4XP9", "đK7M4XP", "K7M4XPấ"})
    EXPECT_TRUE(codes(text).empty()) << text;
}

TEST(ReferralCode, IsNothingThatPeopleWriteAnyway) {
  for (const char* text :
       {"làm lại cccd bị mất ở đâu", "0912 345 678", "031087004321", "1.001193", "22/11/2026",
        "H24.22.99-260921-896048", "15A-123.45", "mất 3 ngày, 2 lần", "k dk dc lm ntn"})
    EXPECT_TRUE(codes(text).empty()) << text;
}

TEST(ReferralCode, HasLettersAndDigits) {
  EXPECT_FALSE(is_short_code("KKMMXP", referral_code_length));
  EXPECT_FALSE(is_short_code("234567", referral_code_length));
  EXPECT_FALSE(is_short_code("K23456", referral_code_length));
  EXPECT_FALSE(is_short_code("K7M4X", referral_code_length));
  EXPECT_FALSE(is_short_code("k7m4xp", referral_code_length));  // as it is made, not as it is typed
  EXPECT_TRUE(is_short_code("K7M4XP", referral_code_length));
}

TEST(ReferralCode, ComesInAButtonToo) {
  EXPECT_EQ(codes(referral_text("K7M4XP")), std::vector<std::string>{"K7M4XP"});
  EXPECT_TRUE(std::holds_alternative<unknown_payload>(parse_payload("v1:ref:khai-sinh").value()));
}

TEST(ShortCode, IsMadeInItsShapeAndDiffers) {
  std::mt19937 engine{1};
  const random_below random = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(engine() % bound);
  };
  std::set<std::string> made;
  for (int i = 0; i < 1000; ++i) {
    const auto code = new_short_code(referral_code_length, random);
    EXPECT_TRUE(is_short_code(code, referral_code_length)) << code;
    EXPECT_EQ(mask_personal("mã " + code), "mã " + code)
        << "it must come through the masking of personal numbers";
    made.insert(code);
  }
  EXPECT_EQ(made.size(), 1000U);
}

class Referral : public ::testing::Test {
 protected:
  turn say(const std::string& text, std::vector<referral> known = {}) {
    setting where{content::default_unit, chat_.now};
    where.referrals = std::move(known);
    auto t = take_turn(chat_.with, chat_.state, {citizen_event::kind::text, text}, where);
    chat_.state = t.after;
    return t;
  }
  std::vector<referral> fee_of_birth() const {
    return {{"K7M4XP", content::entry_id{"khai-sinh"}, aspect::fee, content::default_unit}};
  }
  static std::vector<referral_step> steps_of(const turn& t) {
    std::vector<referral_step> steps;
    for (const auto& p : t.progress) steps.push_back(p.to);
    return steps;
  }
  using steps = std::vector<referral_step>;

  sample::chat chat_;
};

TEST_F(Referral, TheCodeBringsTheVeryAnswerThatTheOperatorGave) {
  const auto t = say("k7m 4xp", fee_of_birth());
  EXPECT_EQ(t.what, decision::answer);
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(t.about, aspect::fee);
  EXPECT_NE(sample::all_text(t).find("8.000"), std::string::npos);
  EXPECT_EQ(steps_of(t), steps{referral_step::opened});
}

TEST_F(Referral, ASideThatIsAskedForBesideTheCodeIsAnswered) {
  EXPECT_EQ(say("mã K7M4XP cần giấy tờ gì", fee_of_birth()).about, aspect::documents);
}

TEST_F(Referral, WhatIsAskedNextIsAskedOnOfThatAnswer) {
  say("K7M4XP", fee_of_birth());
  const auto t = say("cần giấy tờ gì");
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(steps_of(t), steps{referral_step::asked_on});
  EXPECT_TRUE(say("mấy ngày thì xong").progress.empty()) << "it is counted once";
}

TEST_F(Referral, ThanksAreNoFurtherQuestion) {
  say("K7M4XP", fee_of_birth());
  EXPECT_TRUE(say("cảm ơn").progress.empty());
}

TEST_F(Referral, WhatTheCitizenThinksIsCountedToIt) {
  say("K7M4XP", fee_of_birth());
  EXPECT_EQ(steps_of(say(write_payload(opinion::helped))), steps{referral_step::helped});
  EXPECT_EQ(steps_of(say(write_payload(opinion::saved))), steps{referral_step::saved});
}

TEST_F(Referral, ADayLaterNothingIsCountedToIt) {
  say("K7M4XP", fee_of_birth());
  chat_.now += std::chrono::hours{25};
  EXPECT_TRUE(say("đăng ký kết hôn cần giấy tờ gì").progress.empty());
}

TEST_F(Referral, ACodeThatDoesNotHoldIsToldToBeSo) {
  const auto t = say("K7M4XP");
  EXPECT_EQ(t.what, decision::not_understood);
  EXPECT_NE(sample::all_text(t).find("hết hạn"), std::string::npos);
  EXPECT_TRUE(t.progress.empty());
}

TEST_F(Referral, AQuestionWithSomethingLikeACodeInItIsAnswered) {
  EXPECT_EQ(say("xe biển HP 2345 muốn đăng ký kết hôn cần giấy tờ gì").entry, content::entry_id{"ket-hon"});
}

TEST_F(Referral, AnEmergencyComesBeforeTheCode) {
  EXPECT_EQ(say("K7M4XP nhà tôi đang cháy to cứu với", fee_of_birth()).what, decision::emergency);
}

TEST_F(Referral, AnEntryThatWasTakenOutMeanwhileIsNotAnswered) {
  const auto t = say("K7M4XP", {{"K7M4XP", content::entry_id{"da-bo"}, aspect::fee, content::default_unit}});
  EXPECT_EQ(t.what, decision::not_understood);
}

TEST_F(Referral, IsKeptBetweenTurnsWithoutAWord) {
  say("K7M4XP", fee_of_birth());
  const auto back = conversation_from_json(to_json(chat_.state));
  ASSERT_TRUE(back.referred);
  EXPECT_EQ(back.referred->code, "K7M4XP");
  EXPECT_EQ(back.referred->at, chat_.now);
  EXPECT_FALSE(back.referred->asked_on);
}

TEST_F(Referral, WhatAMessageAskedOnInABurstIsCountedOnce) {
  setting where{content::default_unit, chat_.now};
  where.referrals = fee_of_birth();
  const std::vector<std::string> texts{"mã của em là K7M4XP nhé chị ơi", "cần mang theo giấy tờ gì đi nộp ạ"};
  const auto t = take_burst(chat_.with, chat_.state, texts, where);
  EXPECT_EQ(steps_of(t), (steps{referral_step::opened, referral_step::asked_on}));
}

}  // namespace
}  // namespace motcua::intents
