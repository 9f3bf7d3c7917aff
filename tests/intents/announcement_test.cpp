// What staff says at once: notices on top of answers, entries held back, the bot stopped.
#include "intents/dialogue/announcement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using sample::all_text;
using sample::chat;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Announcement : public testing::Test {
 protected:
  turn say(const std::string& text, std::chrono::hours later = {}) {
    where.now = c.now + later;
    auto t = take_turn(c.with, c.state, {citizen_event::kind::text, text}, where);
    c.state = t.after;
    return t;
  }
  chat c;
  setting where{content::default_unit, c.now};
  const announcement storm{"7", "Nghỉ tiếp dân vì bão.", "Công điện 12/CĐ-UBND",
                           *content::parse_date("2026-11-23")};
};

TEST_F(Announcement, StandsAboveTheAnswerWithItsSourceAndItsLastDay) {
  where.notices = {storm};
  const auto text = all_text(say("lệ phí làm khai sinh bao nhiêu"));
  EXPECT_THAT(text, StartsWith("THÔNG BÁO: Nghỉ tiếp dân vì bão."));
  EXPECT_THAT(text, HasSubstr("Công điện 12/CĐ-UBND"));
  EXPECT_THAT(text, HasSubstr("23/11/2026"));
  EXPECT_THAT(text, HasSubstr("8.000 đồng"));
}

TEST_F(Announcement, IsToldOnceADay) {
  where.notices = {storm};
  say("lệ phí làm khai sinh bao nhiêu");
  EXPECT_THAT(all_text(say("làm ở đâu", std::chrono::hours{1})), Not(HasSubstr("THÔNG BÁO")));
  EXPECT_THAT(all_text(say("lệ phí làm khai sinh bao nhiêu", std::chrono::hours{25})),
              HasSubstr("THÔNG BÁO"));
}

TEST_F(Announcement, AnotherOneIsNews) {
  where.notices = {storm};
  say("lệ phí làm khai sinh bao nhiêu");
  auto over = storm;
  over.id = "8";
  over.text = "Bão đã tan.";
  where.notices = {over};
  EXPECT_THAT(all_text(say("làm ở đâu")), HasSubstr("Bão đã tan."));
}

TEST_F(Announcement, IsRememberedWithTheConversation) {
  where.notices = {storm};
  say("lệ phí làm khai sinh bao nhiêu");
  c.state = conversation_from_json(to_json(c.state));
  EXPECT_THAT(all_text(say("làm ở đâu")), Not(HasSubstr("THÔNG BÁO")));
}

TEST_F(Announcement, NeverStandsAboveACallForHelp) {
  where.notices = {storm};
  EXPECT_THAT(all_text(say("cháy nhà rồi cứu với")), StartsWith("GỌI NGAY 114"));
}

TEST_F(Announcement, AnEntryThatIsHeldBackSaysNothingOfItself) {
  where.held_back = {content::entry_id{"khai-sinh"}};
  const auto t = say("lệ phí làm khai sinh bao nhiêu");
  EXPECT_THAT(all_text(t), HasSubstr("đang kiểm tra lại"));
  EXPECT_THAT(all_text(t), HasSubstr("1022"));
  EXPECT_THAT(all_text(t), Not(HasSubstr("đồng")));
  EXPECT_THAT(all_text(say("thế làm ở đâu")), HasSubstr("đang kiểm tra lại"));
}

TEST_F(Announcement, AStoppedBotSaysWhomToAskAndStillHearsACallForHelp) {
  where.switched_off = true;
  const auto t = say("lệ phí làm khai sinh bao nhiêu");
  EXPECT_THAT(all_text(t), HasSubstr("tạm ngừng"));
  EXPECT_THAT(all_text(t), HasSubstr("1022"));
  EXPECT_THAT(all_text(t), Not(HasSubstr("8.000")));
  EXPECT_THAT(all_text(say("cháy nhà rồi cứu với")), HasSubstr("GỌI NGAY 114"));
}

}  // namespace
}  // namespace motcua::intents
