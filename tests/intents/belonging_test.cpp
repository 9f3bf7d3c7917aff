// What is said after a matter: of that matter, of one talked of before, or of something else (how often it is
// taken wrongly, golden_test.cpp says). On the shipped content, with words that stand in none of it.

#include "intents/match/belonging.hpp"

#include <gtest/gtest.h>

#include "intents/dialogue/turn.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

class Belonging : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (sample::shipped().content) shared = std::make_unique<mind>(sample::shipped().content);
  }
  static void TearDownTestSuite() { shared.reset(); }
  void SetUp() override {
    ASSERT_TRUE(shared) << "the shipped content does not load";
    state.introduced = true;
  }

  turn say(const std::string& text) {
    now += std::chrono::minutes{1};
    auto t = take_turn(*shared, state, {citizen_event::kind::text, text}, {content::default_unit, now});
    state = t.after;
    return t;
  }

  static inline std::unique_ptr<mind> shared;
  conversation state;
  instant now = sample::at(2026, 11, 21);
};

TEST_F(Belonging, TakesACircumstanceForOneOfTheMatterInHand) {
  say("đăng ký khai tử");
  for (const char* text : {"bà con mất ở bệnh viện trong Sài Gòn", "để quá nửa tháng rồi có sao không"}) {
    const auto t = say(text);
    EXPECT_EQ(t.what, decision::answer) << text;
    EXPECT_EQ(t.entry, content::entry_id{"khai-tu"}) << text;
  }
}

TEST_F(Belonging, DrawsNothingElseIntoTheMatterInHand) {
  for (const char* text :
       {"giàn nhạc tế thuê một buổi tối hết nhiêu tiền", "hoa cúc trắng mua chợ nào rẻ",
        "tối nay chiếu phim gì", "điện thoại của tôi hết pin nhanh quá", "???", "👍", "asdkj qwpoe"}) {
    state.in_hand = content::entry_id{"khai-tu"};
    state.talked_of = {content::entry_id{"khai-tu"}};
    state.last_turn = now;
    const auto t = say(text);
    EXPECT_FALSE(t.what == decision::answer && t.entry == content::entry_id{"khai-tu"}) << text;
  }
}

TEST_F(Belonging, NeedsLessSurenessForAMatterTalkedOfBefore) {
  say("Nhập khẩu cho con dâu về nhà chồng");
  ASSERT_EQ(state.in_hand, content::entry_id{"thuong-tru"});
  say("Khai sinh cho cháu nội sắp sinh");
  ASSERT_EQ(state.in_hand, content::entry_id{"khai-sinh"});
  const auto t = say("Việc nhập khẩu ấy mất mấy ngày");
  EXPECT_EQ(t.entry, content::entry_id{"thuong-tru"});
  EXPECT_EQ(t.about, content::aspect::time);
}

TEST_F(Belonging, TakesPraiseForPraiseAndForNoSide) {
  say("hoãn nghĩa vụ cần giấy gì ạ");
  EXPECT_EQ(say("hay quá").what, decision::smalltalk);
  EXPECT_EQ(say("nộp chỗ nào vậy").entry, content::entry_id{"tam-hoan-nghia-vu-quan-su"});
}

TEST_F(Belonging, TakesASideOfAResultForAFollowUpAndForNoDossier) {
  say("xin xác nhận khuyết tật cho con trai tôi");
  const auto t = say("rồi bao giờ có giấy");
  EXPECT_EQ(t.entry, content::entry_id{"xac-dinh-khuyet-tat"});
  EXPECT_EQ(t.about, content::aspect::time);
}

TEST_F(Belonging, IsAProbability) {
  for (const double own : {-2.0, 0.0, 1.0})
    for (const double covered : {0.0, 0.5, 1.0}) {
      const auto p = belonging_of({{own, covered, -0.5, 0.2, 0.7, 0.4, 0}});
      EXPECT_GE(p, 0);
      EXPECT_LE(p, 1);
    }
}

}  // namespace
}  // namespace motcua::intents
