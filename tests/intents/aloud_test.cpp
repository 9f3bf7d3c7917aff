#include "intents/text/aloud.hpp"

#include <gtest/gtest.h>

#include "content/knowledge/load.hpp"
#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/spoken.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

const content::phrasebook words{{{"aloud.UBND", "Ủy ban nhân dân"}}};

TEST(NumberAloud, IsReadAsVietnameseReadIt) {
  EXPECT_EQ(number_aloud(0), "không");
  EXPECT_EQ(number_aloud(10), "mười");
  EXPECT_EQ(number_aloud(15), "mười lăm");
  EXPECT_EQ(number_aloud(21), "hai mươi mốt");
  EXPECT_EQ(number_aloud(105), "một trăm linh năm");
  EXPECT_EQ(number_aloud(111), "một trăm mười một");
  EXPECT_EQ(number_aloud(1'001), "một nghìn không trăm linh một");
  EXPECT_EQ(number_aloud(8'000), "tám nghìn");
  EXPECT_EQ(number_aloud(35'000), "ba mươi lăm nghìn");
  EXPECT_EQ(number_aloud(2'050'000), "hai triệu không trăm năm mươi nghìn");
  EXPECT_EQ(number_aloud(1'000'000'000), "một tỷ");
}

TEST(Aloud, SaysSumsDatesAndPhoneNumbersInWords) {
  EXPECT_EQ(aloud("Lệ phí: 8.000 đồng", words), "Lệ phí: tám nghìn đồng.");
  EXPECT_EQ(aloud("từ ngày 01/01/2027", words), "từ ngày 1 tháng 1 năm 2027.");
  EXPECT_EQ(aloud("từ 15/7", words), "từ ngày 15 tháng 7.");
  EXPECT_EQ(aloud("Cần hỏi thêm: tổng đài 1022", words), "Cần hỏi thêm: tổng đài một không hai hai.");
  EXPECT_EQ(aloud("gọi 02253822616", words), "gọi không hai hai năm ba tám hai hai sáu một sáu.");
  EXPECT_EQ(aloud("đang giảm 50%", words), "đang giảm 50 phần trăm.");
}

TEST(Aloud, LeavesAYearAndADayCountAlone) {
  EXPECT_EQ(aloud("Trong năm 2026, không quá 115 ngày.", words), "Trong năm 2026, không quá 115 ngày.");
}

TEST(Aloud, SaysNoMarkAddressOrBracket) {
  EXPECT_EQ(aloud("1. Tờ khai (bản chính); xem https://a.vn/b.\n- UBND xã, phường", words),
            "Tờ khai, bản chính, xem.\nỦy ban nhân dân xã, phường.");
}

TEST(Aloud, AnyBytesAreTaken) {
  for (const auto* text : {"", " ", "((", "))", "1.", "1. ", "- ", "...", "%", "/", "1/", "\xff\xfe",
                           "999999999999999999999999"})
    EXPECT_NO_THROW(aloud(text, words)) << text;
}

class Spoken : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    content_ = content::load(MOTCUA_SOURCE_DIR "/content").content;
    ASSERT_TRUE(content_);
  }
  static void TearDownTestSuite() { content_.reset(); }
  reading read(const content::entry& e) const {
    return read_entry(*content_, content_->unit_or_default(content::unit_id{"tan-hung"}), e, now_);
  }
  static inline std::shared_ptr<const content::snapshot> content_;
  instant now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27} + std::chrono::hours{5};
};

TEST_F(Spoken, EveryProcedureIsReadOutInAboutAMinuteAndWithoutAnAddress) {
  for (const auto& e : content_->entries()) {
    if (e.kind() != content::entry_kind::procedure) continue;
    const auto text = loudspeaker_text(read(e));
    EXPECT_LE(words_of(normalise(text)).size(), longest_spoken + 45) << e.id.str() << '\n' << text;
    EXPECT_EQ(text.find("http"), std::string::npos) << e.id.str();
    EXPECT_EQ(text.find('('), std::string::npos) << e.id.str() << '\n' << text;
    EXPECT_EQ(text.find('{'), std::string::npos) << e.id.str() << '\n' << text;
    EXPECT_TRUE(text.ends_with("Xin cảm ơn bà con đã nghe.")) << e.id.str();
  }
}

TEST_F(Spoken, ASideIsToldWholeOrNotAtAll) {
  const auto* e = content_->find(content::entry_id{"khai-sinh"});
  ASSERT_TRUE(e);
  const auto r = read(*e);
  const auto text = loudspeaker_text(r);
  for (const auto about :
       {content::aspect::where, content::aspect::documents, content::aspect::time, content::aspect::fee}) {
    const auto whole = aloud(facts_text(r, about), r.phrases());
    const auto first = whole.substr(0, whole.find('\n'));
    EXPECT_EQ(text.find(first) != std::string::npos, text.find(whole) != std::string::npos)
        << content::name_of(about);
  }
  EXPECT_NE(text.find("bà con xin hỏi thêm"), std::string::npos) << "seven papers are too many for a minute";
}

TEST_F(Spoken, AFeeIsToldToACallerInWords) {
  const auto* e = content_->find(content::entry_id{"can-cuoc-cap-lai"});
  ASSERT_TRUE(e);
  const auto text = spoken_side(read(*e), content::aspect::fee);
  EXPECT_NE(text.find("ba mươi lăm nghìn đồng"), std::string::npos) << text;
  EXPECT_EQ(text.find("35.000"), std::string::npos) << text;
}

TEST_F(Spoken, ASuspendedEntryTellsNoFacts) {
  auto e = *content_->find(content::entry_id{"khai-sinh"});
  e.suspended = true;
  const auto text = loudspeaker_text(read(e));
  EXPECT_NE(text.find("đang tạm ngừng"), std::string::npos);
  EXPECT_EQ(text.find("đồng"), std::string::npos);
}

TEST_F(Spoken, ANoticeStandsBetweenWhoSpeaksAndWhomToAsk) {
  const auto text = loudspeaker_text(*content_, content_->unit_or_default(content::unit_id{"tan-hung"}),
                                     "Ngày 02/12/2026 mất điện từ 8 giờ.");
  EXPECT_NE(text.find("Ngày 2 tháng 12 năm 2026 mất điện"), std::string::npos) << text;
}

}  // namespace
}  // namespace motcua::intents
