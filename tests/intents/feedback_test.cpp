// Feedback taken in by a short dialogue: one question a turn, consent by a button alone, and nothing of it in
// the conversation's state.
#include <gtest/gtest.h>

#include "intents/dialogue/burst.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/take_feedback.hpp"
#include "intents/dialogue/working_days.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using of = feedback_note::of;

class Feedback : public ::testing::Test {
 protected:
  setting here() const {
    setting where{content::default_unit, chat_.now};
    if (open_) where.feedback = feedback_rules{10, "K7M4XPC", photos_};
    where.photo = photo_;
    return where;
  }
  turn say(const std::string& text, citizen_event::kind what = citizen_event::kind::text) {
    return take(take_turn(chat_.with, chat_.state, {what, text}, here()));
  }
  turn take(turn t) {
    chat_.state = t.after;
    for (const auto& note : t.feedback) notes_.push_back({note.is, note.text});
    return t;
  }
  turn tap(std::string_view choice) { return say(feedback_text(choice), citizen_event::kind::tap); }
  bool asks(const turn& t, std::string_view words) {
    return t.replies.back().text.find(words) != std::string::npos;
  }
  void up_to(feedback_step step) {  // not beyond `contact`
    say("tôi muốn phản ánh");
    if (step >= feedback_step::kind) say("đèn đường hỏng ba tuần nay không ai sửa");
    if (step >= feedback_step::where) tap("works");
    if (step >= feedback_step::when) say("ngõ 12 tổ dân phố số 3");
    if (step >= feedback_step::contact) say("từ đầu tháng");
    notes_.clear();
  }

  using noted = std::vector<std::pair<of, std::string>>;
  sample::chat chat_;
  noted notes_;
  bool open_ = true;
  bool photos_ = false;
  std::optional<photo_state> photo_{};
};

TEST_F(Feedback, IsTakenInByFiveQuestionsAndGivesACode) {
  EXPECT_TRUE(asks(say("tôi muốn phản ánh"), "kể sự việc"));
  EXPECT_TRUE(asks(say("đèn đường hỏng ba tuần nay không ai sửa"), "loại nào"));
  EXPECT_TRUE(asks(say("1"), "ở đâu"));  // the first of the kinds, by its number
  EXPECT_TRUE(asks(say("ngõ 12 tổ dân phố số 3"), "khi nào"));
  EXPECT_TRUE(asks(say("từ đầu tháng"), "đồng ý"));
  const auto t = tap("tell");
  EXPECT_TRUE(asks(t, "K7M4XPC"));
  EXPECT_EQ(notes_, (noted{{of::begun, ""},
                           {of::what, "đèn đường hỏng ba tuần nay không ai sửa"},
                           {of::kind, "works"},
                           {of::place, "ngõ 12 tổ dân phố số 3"},
                           {of::time, "từ đầu tháng"},
                           {of::filed, "K7M4XPC"}}));
  EXPECT_TRUE(t.feedback.back().tell);
  EXPECT_EQ(t.feedback.back().due, sample::day(2026, 12, 4));  // ten working days after Saturday, 21 November
  EXPECT_FALSE(chat_.state.reporting);
}

TEST_F(Feedback, NothingThatWasSaidStandsInTheConversationsState) {
  up_to(feedback_step::contact);
  EXPECT_EQ(to_json(chat_.state).find("đường"), std::string::npos);
  EXPECT_EQ(conversation_from_json(to_json(chat_.state)).reporting, feedback_step::contact);
}

TEST_F(Feedback, AMatterToldAtOnceIsNotAskedForAgain) {
  EXPECT_TRUE(
      asks(say("em muốn phản ánh cống trước nhà bị tắc nước thải tràn ra đường mấy hôm nay"), "loại nào"));
  ASSERT_EQ(notes_.size(), 2U);
  EXPECT_EQ(notes_[1].first, of::what);
}

TEST_F(Feedback, ConsentIsNeverReadOutOfASentence) {
  up_to(feedback_step::contact);
  for (const char* text : {"ừ", "có", "được thôi em cứ báo cho bác"}) {
    EXPECT_TRUE(asks(say(text), "đồng ý")) << text;
    EXPECT_TRUE(notes_.empty()) << text;
  }
}

TEST_F(Feedback, WhoDoesNotAgreeIsNotToldAndStillGetsACode) {
  up_to(feedback_step::contact);
  const auto t = tap("no_tell");
  EXPECT_FALSE(t.feedback.back().tell);
  EXPECT_TRUE(asks(t, "K7M4XPC"));
}

TEST_F(Feedback, WhereAndWhenMayBeLeftOut) {
  up_to(feedback_step::where);
  tap("skip");
  EXPECT_TRUE(asks(tap("skip"), "đồng ý"));
  EXPECT_TRUE(notes_.empty());
}

TEST_F(Feedback, APlaceSharedFromTheMapIsThePlace) {
  up_to(feedback_step::where);
  EXPECT_TRUE(asks(say("20.8561, 106.6822", citizen_event::kind::media), "khi nào"));
  EXPECT_EQ(notes_, (noted{{of::place, "20.8561, 106.6822"}}));
}

TEST_F(Feedback, APictureIsRefusedKindlyAndTheQuestionStands) {
  up_to(feedback_step::where);
  const auto t = say("", citizen_event::kind::media);
  EXPECT_TRUE(asks(t, "không mở ảnh"));
  EXPECT_TRUE(asks(t, "ở đâu"));
  EXPECT_EQ(chat_.state.reporting, feedback_step::where);
}

TEST_F(Feedback, APhotoIsTakenWhereTheUnitTakesOneAndTheCitizenAgreed) {
  photos_ = true;
  up_to(feedback_step::when);
  EXPECT_TRUE(asks(say("từ đầu tháng"), "ảnh hiện trường"));
  EXPECT_TRUE(asks(tap("photo"), "gửi một ảnh"));
  notes_.clear();
  photo_ = photo_state::kept;
  EXPECT_TRUE(asks(say("", citizen_event::kind::media), "đồng ý để"));
  EXPECT_EQ(notes_, (noted{{of::photo, ""}}));
}

TEST_F(Feedback, AgreeingToAPhotoIsNeverReadOutOfASentence) {
  photos_ = true;
  up_to(feedback_step::when);
  say("từ đầu tháng");
  EXPECT_TRUE(asks(say("ừ có ảnh đây"), "ảnh hiện trường"));
  EXPECT_EQ(chat_.state.reporting, feedback_step::photo);
}

TEST_F(Feedback, WithoutAPhotoItGoesOn) {
  photos_ = true;
  up_to(feedback_step::when);
  say("từ đầu tháng");
  EXPECT_TRUE(asks(tap("skip"), "đồng ý để"));
}

TEST_F(Feedback, WhoAgreedMayStillLeaveThePhotoOut) {
  photos_ = true;
  up_to(feedback_step::when);
  say("từ đầu tháng");
  tap("photo");
  EXPECT_TRUE(asks(tap("skip"), "đồng ý để"));
}

TEST_F(Feedback, APhotoThatCouldNotBeTakenIsAskedForAgain) {
  photos_ = true;
  up_to(feedback_step::when);
  say("từ đầu tháng");
  tap("photo");
  photo_ = photo_state::refused;
  const auto t = say("", citizen_event::kind::media);
  EXPECT_TRUE(asks(t, "chưa lấy được ảnh"));
  EXPECT_TRUE(asks(t, "gửi một ảnh"));
  EXPECT_EQ(chat_.state.reporting, feedback_step::picture);
}

TEST_F(Feedback, ItIsLetGoWhereTheCitizenThinksBetterOfIt) {
  for (const char* text : {"thôi", "Thôi không gửi nữa", "hủy"}) {
    up_to(feedback_step::where);
    say(text);
    EXPECT_EQ(notes_, (noted{{of::dropped, ""}})) << text;
    EXPECT_FALSE(chat_.state.reporting) << text;
  }
}

TEST_F(Feedback, AnAccusationIsNotTakenIn) {
  up_to(feedback_step::what);
  const auto t = say("cán bộ xã nhận hối lộ của nhà bên cạnh");
  EXPECT_EQ(notes_, (noted{{of::dropped, ""}}));
  EXPECT_NE(std::find(t.effects.begin(), t.effects.end(), effect::forget_words), t.effects.end());
  EXPECT_FALSE(chat_.state.reporting);
}

TEST_F(Feedback, AnEmergencyIsAnsweredFirstAndTheQuestionStands) {
  up_to(feedback_step::what);
  EXPECT_EQ(say("nhà tôi đang cháy to cứu với").what, decision::emergency);
  EXPECT_EQ(chat_.state.reporting, feedback_step::what);
}

TEST_F(Feedback, WhatIsToldInPiecesIsOneAnswer) {
  up_to(feedback_step::what);
  const std::vector<std::string> pieces{"cái cống đầu ngõ nhà tôi", "tắc từ hôm bão đến giờ",
                                        "nước thải tràn cả ra sân nhà"};
  take(take_burst(chat_.with, chat_.state, pieces, here()));
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_EQ(notes_[0].second, "cái cống đầu ngõ nhà tôi tắc từ hôm bão đến giờ nước thải tràn cả ra sân nhà");
  EXPECT_EQ(chat_.state.reporting, feedback_step::kind);
}

TEST_F(Feedback, ADayLaterTheQuestionStandsNoMore) {
  up_to(feedback_step::where);
  chat_.now += std::chrono::hours{25};
  EXPECT_EQ(say("đăng ký kết hôn cần giấy tờ gì").entry, content::entry_id{"ket-hon"});
  EXPECT_TRUE(notes_.empty());
}

TEST_F(Feedback, WhereTheUnitTakesNoneInTheCitizenIsSentToTheOfficialWays) {
  open_ = false;
  const auto t = say("tôi muốn phản ánh đường hỏng");
  EXPECT_EQ(t.what, decision::feedback);
  EXPECT_TRUE(notes_.empty());
  EXPECT_TRUE(asks(t, "1022"));
}

TEST_F(Feedback, ItsCodeTellsHowFarItIs) {
  auto where = here();
  where.tickets = {{"K7M4XPC", feedback_kind::works, ticket_status::in_work, chat_.now, chat_.now,
                    "Đội điện sửa trong tuần này.", sample::day(2026, 12, 4)}};
  const auto t =
      take_turn(chat_.with, chat_.state, {citizen_event::kind::text, "cho hỏi mã k7m 4xpc"}, where);
  const auto told = sample::all_text(t);
  EXPECT_NE(told.find("đang giải quyết"), std::string::npos) << told;
  EXPECT_NE(told.find("Đội điện sửa trong tuần này."), std::string::npos);
  EXPECT_NE(told.find("04/12/2026"), std::string::npos);
}

TEST_F(Feedback, ACodeThatIsNotThereIsToldToBeSo) {
  EXPECT_TRUE(asks(say("K7M4XPC"), "chưa đúng"));
}

TEST_F(Feedback, NewsOfItAreToldByThemselvesOrBeforeTheNextAnswer) {
  auto where = here();
  where.news = {
      {"K7M4XPC", feedback_kind::works, ticket_status::answered, chat_.now, chat_.now, "Đã sửa xong.", {}}};
  const auto alone = take_turn(chat_.with, chat_.state, {citizen_event::kind::news, ""}, where);
  ASSERT_EQ(alone.replies.size(), 1U);
  EXPECT_NE(alone.replies[0].text.find("Đã sửa xong."), std::string::npos);
  EXPECT_TRUE(alone.told_news);
  const auto beside =
      take_turn(chat_.with, chat_.state, {citizen_event::kind::text, "khai sinh cần giấy tờ gì"}, where);
  EXPECT_TRUE(beside.replies.front().text.starts_with("Phản ánh K7M4XPC"));
  EXPECT_TRUE(beside.told_news);
  EXPECT_EQ(beside.entry, content::entry_id{"khai-sinh"});
}

TEST_F(Feedback, NoNewsAreNoReply) {
  EXPECT_TRUE(say("", citizen_event::kind::news).replies.empty());
}

TEST(WorkingDays, LeaveOutWeekendsAndDaysOff) {
  const std::vector<content::closed_day> off{{sample::day(2027, 1, 1), "Tết Dương lịch"}};
  EXPECT_EQ(after_working_days(sample::day(2026, 12, 30), 1, off), sample::day(2026, 12, 31));
  EXPECT_EQ(after_working_days(sample::day(2026, 12, 31), 1, off),
            sample::day(2027, 1, 4));  // over Friday and a weekend
  EXPECT_EQ(after_working_days(sample::day(2026, 11, 27), 5, {}), sample::day(2026, 12, 4));
  EXPECT_FALSE(is_working_day(sample::day(2027, 1, 1), off));
}

}  // namespace
}  // namespace motcua::intents
