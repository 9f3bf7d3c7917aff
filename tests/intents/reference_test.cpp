#include "intents/dialogue/reference.hpp"

#include <gtest/gtest.h>

#include "intents/dialogue/remark.hpp"
#include "intents/match/sentences.hpp"

namespace motcua::intents {
namespace {

using kind = reference::kind;

void expect_reference(const char* text, kind what, const char* rest, std::size_t ordinal = 0) {
  const auto r = reference_in(text);
  ASSERT_TRUE(r) << text;
  EXPECT_EQ(r->what, what) << text;
  EXPECT_EQ(r->rest, rest) << text;
  EXPECT_EQ(r->ordinal, ordinal) << text;
}

TEST(Reference, GoesBackToWhatIsNamed) {
  expect_reference("quay lại cái khai sinh lúc nãy", kind::back, "cái khai sinh");
  expect_reference("hoi nay hoi ket hon", kind::back, "hoi ket hon");
}

TEST(Reference, GoesBackByOrder) {
  expect_reference("cái đầu tiên ấy, bao nhiêu tiền", kind::back, "ấy bao nhiêu tiền", 1);
  expect_reference("cái thứ hai nộp ở đâu", kind::back, "nộp ở đâu", 2);
}

TEST(Reference, TakesWhatWasMeantFromACorrection) {
  expect_reference("không phải, ý tôi là tạm trú", kind::correction, "tạm trú");
  expect_reference("nhầm, đổi chứ không phải mất", kind::correction, "đổi");
  expect_reference("ý em là đóng hẳn", kind::correction, "đóng hẳn");
  expect_reference("ko phải tạm trú, thường trú cơ", kind::correction, "thường trú cơ");
}

TEST(Reference, TakesWhatWasMeantAfterAnExcuse) {
  expect_reference("Xin lỗi tôi nói nhầm, sổ này nhận sau khi sang tên", kind::correction,
                   "sổ này nhận sau khi sang tên");
  expect_reference("Dạ em nhầm, hưu trí xã hội", kind::correction, "hưu trí xã hội");
  expect_reference("Ý lộn, tui nói là kết hôn với người nước ngoài", kind::correction,
                   "kết hôn với người nước ngoài");
}

TEST(Reference, TakesWhatWasMeantAfterANo) {
  expect_reference("à không, cái tôi hỏi là lương hưu cơ", kind::correction, "lương hưu cơ");
  expect_reference("ơ ko, e hỏi đổi cái hết hạn", kind::correction, "đổi cái hết hạn");
  EXPECT_FALSE(reference_in("dạ không, tôi chưa nộp hồ sơ"));
  EXPECT_FALSE(reference_in("không có giấy tờ thì có làm được không"));
  expect_reference("à không, tôi định mua mới cho cả nhà", kind::correction, "tôi định mua mới cho cả nhà");
  EXPECT_FALSE(reference_in("không, cảm ơn"));
}

TEST(Reference, AsksTheSameOfSomethingElse) {
  expect_reference("thế còn khai tử thì sao", kind::and_what, "khai tử");
  expect_reference("con giay to thi sao", kind::and_what, "giay to");
}

TEST(Reference, IsNotSeenWhereThereIsNone) {
  for (const char* text : {"tôi không phải người ở đây, đăng ký tạm trú thế nào", "làm giấy khai sinh cần gì",
                           "còn", "khi nào có kết quả", "con tôi học lớp một"}) {
    const auto r = reference_in(text);
    EXPECT_TRUE(!r || r->rest.empty() || r->what == kind::and_what) << text;
  }
  EXPECT_FALSE(reference_in("làm giấy khai sinh cần gì"));
}

TEST(Remark, ThanksEndAMatterAndTakeUpNoOffer) {
  for (const char* text :
       {"vâng tôi cảm ơn", "ừ cảm ơn cháu nhá", "dạ cảm ơn", "ok tks ad", "vang cam on nhe"})
    EXPECT_EQ(remark_in(text), remark::acknowledged) << text;
  EXPECT_EQ(remark_in("cảm ơn, còn lệ phí"), remark::none);
}

TEST(Remark, AsksToGoOn) {
  EXPECT_EQ(remark_in("ừ nói tiếp đi"), remark::yes);
}

TEST(Remark, SaysYesNoOrThatAllIsWell) {
  for (const char* text : {"có", "vâng em cần", "ừ gửi đi", "co a", "dạ có"})
    EXPECT_EQ(remark_in(text), remark::yes) << text;
  for (const char* text : {"không", "thôi khỏi", "ko", "không cần đâu ạ"})
    EXPECT_EQ(remark_in(text), remark::no) << text;
  for (const char* text : {"ok", "hiểu rồi", "oke ad"})
    EXPECT_EQ(remark_in(text), remark::acknowledged) << text;
}

TEST(Remark, MayBeAKindPicture) {
  EXPECT_EQ(remark_in("👍"), remark::acknowledged);
  EXPECT_EQ(remark_in("🙏🙏"), remark::acknowledged);
  for (const char* text : {"???", "...", "😡", "👍 lệ phí bao nhiêu vậy anh"})
    EXPECT_EQ(remark_in(text), remark::none) << text;
}

TEST(Remark, SaysThatTheAnswerIsWrong) {
  for (const char* text : {"sai rồi", "không đúng", "chưa đúng ý tôi", "bot trả lời sai rồi", "ko dung"})
    EXPECT_EQ(remark_in(text), remark::wrong) << text;
  for (const char* text :
       {"đúng rồi", "trả lời đi", "giấy ghi sai tên", "khai sai thì sao", "không đúng tuyến có được không"})
    EXPECT_NE(remark_in(text), remark::wrong) << text;
}

TEST(Remark, IsNoneWhereSomethingIsAsked) {
  for (const char* text :
       {"có mất tiền không", "không có sổ đỏ thì sao", "có cần bản gốc không", "khai sinh", "lệ phí", ""})
    EXPECT_EQ(remark_in(text), remark::none) << text;
}

TEST(Sentences, AreCutAtTheirEnds) {
  EXPECT_EQ(sentences_of("Bố tôi mới mất hôm qua. Tôi ở xa. Khai tử ở đâu?").size(), 3U);
  EXPECT_EQ(sentences_of("mã 1.001193 lệ phí 8.000 đồng").size(), 1U);
  EXPECT_EQ(sentences_of("Vâng. Cho tôi hỏi khai sinh").size(), 2U);
}

TEST(Sentences, TheOneThatAsksIsFound) {
  const auto s = sentences_of("Bố tôi mới mất hôm qua. Khai tử ở đâu? Cảm ơn nhiều nhé.");
  ASSERT_EQ(s.size(), 3U);
  EXPECT_EQ(asking_sentence(s), 1U);
}

}  // namespace
}  // namespace motcua::intents
