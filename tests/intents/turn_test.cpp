#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/phrase_keys.hpp"
#include "intents/dialogue/response.hpp"
#include "intents/text/codepoints.hpp"
#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using content::aspect;
using sample::actions_of;
using sample::all_text;
using sample::at;
using sample::chat;
using sample::payload_of;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Turn : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
};

TEST_F(Turn, HasAllItsPhrases) {
  EXPECT_TRUE(missing_phrases(sample::shipped().content->phrases()).empty());
  EXPECT_FALSE(missing_phrases(content::phrasebook{}).empty());
}

TEST_F(Turn, AnswersAnAspectWithSourceAndHotline) {
  chat c;
  const auto t = c.say("lệ phí làm khai sinh bao nhiêu");
  EXPECT_EQ(t.what, decision::answer);
  EXPECT_EQ(t.about, aspect::fee);
  const auto text = all_text(t);
  EXPECT_THAT(text, StartsWith("Đăng ký khai sinh"));
  EXPECT_THAT(text, HasSubstr("mỗi bản sao: 8.000 đồng"));
  EXPECT_THAT(text, HasSubstr("không mất phí (0 đồng)"));
  EXPECT_THAT(text, HasSubstr("Nguồn: Cổng Dịch vụ công quốc gia, kiểm tra ngày 20/11/2026"));
  EXPECT_THAT(text, HasSubstr("1022"));
}

TEST_F(Turn, SaysOnlyFeesOfTheDayAndAnnouncesLaterOnes) {
  chat c;
  const auto text = all_text(c.say("lệ phí làm khai sinh bao nhiêu"));
  EXPECT_THAT(text, Not(HasSubstr("77.000")));
  EXPECT_THAT(text, HasSubstr("từ ngày 01/01/2027: mức mới: 66.000 đồng"));
}

TEST_F(Turn, CountsDaysAsInVietnam) {
  chat c;
  c.now = at(2026, 12, 31, 18);  // already 1 January, 1 o'clock, in Hải Phòng
  const auto text = all_text(c.say("lệ phí làm khai sinh bao nhiêu"));
  EXPECT_THAT(text, HasSubstr("- mức mới: 66.000 đồng"));
}

TEST_F(Turn, OffersAtMostFourButtonsOfAtMostTwentyCharacters) {
  chat c;
  for (const char* text :
       {"đăng ký khai sinh", "kết hôn", "xin chào", "xyz", "đăng ký", "gặp cán bộ", "cháy nhà cứu với"}) {
    for (const auto& r : c.say(text).replies) {
      EXPECT_LE(r.actions.size(), 4U) << text;
      for (const auto& a : r.actions) EXPECT_LE(decode(a.title).size(), 20U) << a.title;
    }
  }
}

TEST_F(Turn, OffersOnlySidesThatHaveSayableFacts) {
  chat c;
  for (const auto& a : actions_of(c.say("đăng ký khai tử")))
    EXPECT_EQ(payload_of(a), "v1:ask:khai-tu:where") << a.title;
}

TEST_F(Turn, OpensThePortalByALink) {
  chat c;
  const auto actions = actions_of(c.say("đăng ký khai sinh"));
  ASSERT_EQ(actions.size(), 4U);
  EXPECT_EQ(std::get<open_link>(actions.back().does).url, "https://dichvucong.gov.vn/khai-sinh");
}

TEST_F(Turn, NeverShowsADigitOfAnUnconfirmedFact) {
  chat c;
  for (const auto about : content::all_aspects) {
    const auto text = all_text(c.tap(write_payload(content::entry_id{"ket-hon"}, about)));
    EXPECT_THAT(text, Not(HasSubstr("4321"))) << content::name_of(about);
    EXPECT_THAT(text, Not(HasSubstr("987"))) << content::name_of(about);
  }
  EXPECT_THAT(all_text(c.tap("v1:ask:ket-hon:fee")),
              HasSubstr("Mục này chưa được xác nhận; xin hỏi Trung tâm Phục vụ hành chính công phường Thử "
                        "hoặc tổng đài 1022"));
}

TEST_F(Turn, SaysNoFigureOfAnEntryLongOverdueForReview) {
  chat c;
  c.now = at(2027, 6, 1);
  EXPECT_THAT(all_text(c.tap("v1:ask:khai-sinh:fee")), Not(HasSubstr("8.000")));
  EXPECT_THAT(all_text(c.tap("v1:ask:khai-sinh:fee")), HasSubstr("chưa được xác nhận"));
}

TEST_F(Turn, SaysThatAnEntryIsSuspendedAndWhatReplacesIt) {
  auto lib = sample::library();
  lib.entries[0].suspended = true;
  lib.entries[0].replaced_by = content::entry_id{"ket-hon"};
  chat c{std::move(lib)};
  const auto t = c.tap("v1:ask:khai-sinh:fee");
  EXPECT_THAT(all_text(t), HasSubstr("tạm ngừng"));
  EXPECT_THAT(all_text(t), HasSubstr("Nay thay bằng: Đăng ký kết hôn"));
  EXPECT_THAT(all_text(t), Not(HasSubstr("8.000")));
  EXPECT_EQ(payload_of(actions_of(t).at(0)), "v1:ask:ket-hon:overview");
}

TEST_F(Turn, SaysThatAnEntryIsNotYetOrNoLongerInForce) {
  auto lib = sample::library();
  lib.entries[0].valid.from = sample::day(2027, 3, 1);
  lib.entries[1].valid.to = sample::day(2026, 3, 1);
  chat c{std::move(lib)};
  EXPECT_THAT(all_text(c.tap("v1:ask:khai-sinh:fee")), HasSubstr("từ ngày 01/03/2027"));
  EXPECT_THAT(all_text(c.tap("v1:ask:ket-hon:fee")), HasSubstr("01/03/2026"));
}

TEST_F(Turn, GivesTheNoticeOnceAndAgainAfterAWeek) {
  chat c;
  c.state = conversation{};
  const auto first = c.say("đăng ký khai sinh");
  EXPECT_THAT(first.replies.front().text,
              StartsWith("Tôi là trợ lý tự động của UBND phường Thử, không phải cán bộ"));
  EXPECT_LE(first.replies.size(), 2U);
  EXPECT_TRUE(c.state.introduced);
  EXPECT_THAT(all_text(c.say("lệ phí bao nhiêu")), Not(HasSubstr("trợ lý tự động")));
  c.now += std::chrono::days{8};
  EXPECT_THAT(all_text(c.say("đăng ký khai sinh")), HasSubstr("trợ lý tự động"));
}

TEST_F(Turn, LeadsAnUnknownPayloadToTheMenu) {
  for (const char* text : {"v9:what", "v1:ask:khong-co:fee", "#TTHC|9.999999|le-phi", "v1:menu"}) {
    chat c;
    const auto t = c.tap(text);
    EXPECT_FALSE(t.entry) << text;
    EXPECT_GE(actions_of(t).size(), 3U) << text;
  }
}

TEST_F(Turn, FindsAnEntryByItsNationalCode) {
  chat c;
  const auto t = c.say("#TTHC|1.001193|le-phi");
  EXPECT_EQ(t.entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(t.about, aspect::fee);
}

TEST_F(Turn, ReadsTheContentOfAWrappedText) {
  chat c;
  EXPECT_EQ(c.say(R"({"content":"#TTHC|khai-sinh|le-phi"})").about, aspect::fee);
  EXPECT_EQ(c.say(R"({"content":"đăng ký kết hôn"})").entry, content::entry_id{"ket-hon"});
}

TEST_F(Turn, PutsTheNumberFirstInAnEmergency) {
  chat c;
  c.state = conversation{};
  const auto t = c.say("cháy nhà rồi cứu với");
  EXPECT_EQ(t.what, decision::emergency);
  EXPECT_THAT(t.replies.front().text, StartsWith("GỌI NGAY 114"));
  EXPECT_EQ(std::get<call_number>(actions_of(t).at(0).does).number, "114");
  EXPECT_FALSE(c.state.introduced);
}

TEST_F(Turn, CallsAPersonWithoutPromisingOne) {
  for (const char* text : {"gặp cán bộ", "v1:human"}) {
    chat c;
    const auto t = c.say(text);
    EXPECT_EQ(t.what, decision::person);
    EXPECT_EQ(t.effects, std::vector{effect::call_person});
    EXPECT_THAT(all_text(t), HasSubstr("Giờ làm việc: chưa được xác nhận"));
  }
}

TEST_F(Turn, ErasesAndStartsAfresh) {
  chat c;
  c.say("đăng ký khai sinh");
  const auto t = c.say("xoa du lieu cua toi");
  EXPECT_EQ(t.effects, std::vector{effect::erase_conversation});
  EXPECT_EQ(to_json(t.after), to_json(conversation{}));
}

TEST_F(Turn, TakesNoDetailsOfAnAccusation) {
  chat c;
  const auto t = c.say("tôi tố cáo cán bộ Nguyễn Văn A đòi tiền");
  EXPECT_NE(t.what, decision::feedback);
  EXPECT_NE(t.what, decision::not_understood);
  EXPECT_THAT(all_text(t), HasSubstr("tiếp công dân"));
}

TEST_F(Turn, GuidesFeedbackAndOwnDossiersElsewhere) {
  chat c;
  const auto feedback = c.say("phản ánh đèn đường hỏng");
  EXPECT_EQ(feedback.what, decision::feedback);
  EXPECT_THAT(all_text(feedback), HasSubstr("1022"));
  const auto own = c.say("hồ sơ của tôi đến đâu rồi");
  EXPECT_EQ(own.what, decision::own_dossier);
  EXPECT_THAT(all_text(own), HasSubstr("dichvucong.gov.vn"));
}

TEST_F(Turn, ApologisesWithHotlineAndMenuWhenNotUnderstood) {
  chat c;
  const auto t = c.say("hôm nay thời tiết thế nào");
  EXPECT_EQ(t.what, decision::not_understood);
  EXPECT_THAT(all_text(t), HasSubstr("Xin lỗi"));
  EXPECT_THAT(all_text(t), HasSubstr("1022"));
  EXPECT_GE(actions_of(t).size(), 3U);
}

TEST_F(Turn, DeclinesPolitelyWhatIsNotOurs) {
  auto lib = sample::library();
  lib.outside = {{"thoi-tiet",
                  "Thời tiết",
                  false,
                  content::outside_meaning::none,
                  {"hôm nay thời tiết thế nào", "mai có mưa không", "trời hôm nay nóng không"},
                  "",
                  0}};
  chat c{std::move(lib)};
  const auto t = c.say("thời tiết mai có mưa không");
  EXPECT_EQ(t.what, decision::not_understood);
  EXPECT_THAT(all_text(t), HasSubstr("nằm ngoài những gì tôi được trả lời"));
}

TEST_F(Turn, CallsAContactsNumber) {
  chat c;
  const auto t = c.say("tổng đài 1022");
  EXPECT_THAT(all_text(t), HasSubstr("Điện thoại: 1022"));
  EXPECT_EQ(std::get<call_number>(actions_of(t).at(0).does).number, "1022");
}

TEST_F(Turn, FillsSmallTalkFromTheUnit) {
  chat c;
  const auto text = all_text(c.say("xin chào"));
  EXPECT_THAT(text, HasSubstr("UBND phường Thử"));
  EXPECT_THAT(text, Not(HasSubstr("{")));
}

TEST_F(Turn, SplitsALongAnswerInTwo) {
  auto lib = sample::library();
  auto& p = std::get<content::procedure>(lib.entries[0].body);
  p.steps.value.assign(60, "Một bước rất dài để câu trả lời vượt quá một tin nhắn bình thường");
  chat c{std::move(lib)};
  c.state.introduced = false;
  const auto t = c.tap("v1:ask:khai-sinh:steps");
  ASSERT_EQ(t.replies.size(), 2U);
  EXPECT_TRUE(t.replies[0].actions.empty());
  EXPECT_FALSE(t.replies[1].actions.empty());
}

TEST_F(Turn, IsTheSameTwice) {
  chat a;
  chat b;
  for (const char* text : {"xin chào", "lam gks cho con", "1", "phí bao nhiêu", "mất giấy", "gặp cán bộ",
                           "hồ sơ của tôi đến đâu rồi"}) {
    const auto x = a.say(text);
    const auto y = b.say(text);
    EXPECT_EQ(to_json(x.after), to_json(y.after)) << text;
    EXPECT_EQ(all_text(x), all_text(y)) << text;
  }
}

TEST_F(Turn, OutlivesHostileInput) {
  chat c;
  std::string long_text;
  while (long_text.size() < 100'000) long_text += "khai sinh ";
  std::string emoji;
  while (emoji.size() < 100'000) emoji += "😀";
  const std::vector<std::string> inputs{long_text,
                                        emoji,
                                        std::string(100'000, 'a'),
                                        std::string(100'000, '\xff'),
                                        std::string(1000, '\0'),
                                        "",
                                        "😀😀",
                                        std::string(100'000, '{'),
                                        R"({"content":5})",
                                        R"({"content":)" + std::string(3000, '['),
                                        std::string(50'000, '|'),
                                        "#TTHC|" + std::string(50'000, '|'),
                                        "\xED\xA0\x80 v1:\xC0"};
  for (const auto& text : inputs) {
    for (const auto kind : {citizen_event::kind::text, citizen_event::kind::tap}) {
      const auto t = c.say(text, kind);
      c.now += std::chrono::minutes{11};
      EXPECT_FALSE(t.replies.empty());
      EXPECT_LE(t.replies.size(), 2U);
    }
  }
}

}  // namespace
}  // namespace motcua::intents
