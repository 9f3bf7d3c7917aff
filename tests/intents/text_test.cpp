#include <gtest/gtest.h>

#include <chrono>

#include "intents/text/codes.hpp"
#include "intents/text/expand.hpp"
#include "intents/text/mask.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

std::string read(std::string_view bytes) {
  return normalise(clean(bytes));
}

TEST(Normalise, PlacesToneMarksOneWay) {
  EXPECT_EQ(read("hoà"), "hòa");
  EXPECT_EQ(read("khoẻ"), "khỏe");
  EXPECT_EQ(read("uỷ ban"), "ủy ban");
  EXPECT_EQ(read("hòan tòan"), "hoàn toàn");
  EXPECT_EQ(read("qúy"), "quý");
  EXPECT_EQ(read("quý"), "quý");
  EXPECT_EQ(read("gíây"), read("gíây"));
  EXPECT_EQ(read("thuỷ của già"), "thủy của già");
}

TEST(Normalise, ReadsDecomposedTextAsComposed) {
  EXPECT_EQ(read("d\u0061\u0306\u006Eg ky\u0301"), "dăng ký");
}

TEST(Normalise, LowersAndDropsPunctuation) {
  EXPECT_EQ(read("  ĐĂNG KÝ, khai-sinh?! \n KHAI_SINH 😀"), "đăng ký khai sinh khai sinh");
}

TEST(Normalise, ReadsWideLettersAndSkipsInvisibleOnes) {
  EXPECT_EQ(read("ｋｈ\u200Bａｉ si\u00ADnh"), "khai sinh");
}

TEST(Fold, DropsEveryDiacritic) {
  EXPECT_EQ(fold(read("Đường Nguyễn Huệ, ĐỢI")), "duong nguyen hue doi");
}

TEST(Clean, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(clean("a\xFF"
                  "b"),
            "a\uFFFD"
            "b");
  EXPECT_EQ(clean(std::string("a\0b\tc\nd", 7)), "a b c\nd");
}

TEST(Clean, TakesARunOfCombiningMarksInLinearTime) {
  std::string marks = "a";
  for (int i = 0; i < 50'000; ++i) marks += i % 2 ? "\u0301" : "\u0323";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_LT(normalise(clean(marks)).size(), 100U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{5});
}

TEST(Words, AreSplitAtBlanks) {
  EXPECT_EQ(words_of("a  bc d"), (std::vector<std::string>{"a", "bc", "d"}));
}

content::lexicon small_lexicon() {
  using content::word_kind;
  return {{{"đk", "đăng ký", word_kind::abbreviation},
           {"hk", "hộ khẩu", word_kind::abbreviation},
           {"đc hk", "được không", word_kind::teencode},
           {"đẻ", "sinh", word_kind::dialect},
           {"ad", "", word_kind::teencode}}};
}

TEST(Expand, RewritesTheLongestMatch) {
  const expander e{small_lexicon()};
  EXPECT_EQ(e.expand("đk hk"), "đăng ký hộ khẩu");
  EXPECT_EQ(e.expand("tách đc hk ad"), "tách được không");
}

TEST(Expand, ReadsAnAbbreviationTypedWithoutDiacritics) {
  EXPECT_EQ(expander{small_lexicon()}.expand("dk"), "đăng ký");
}

TEST(Expand, LeavesABareWordThatMayBeAnother) {
  EXPECT_EQ(expander{small_lexicon()}.expand("de"), "de");
}

TEST(Mask, HidesPersonalNumbers) {
  EXPECT_EQ(mask_personal("cccd 031092001234 ạ"), "cccd *** ạ");
  EXPECT_EQ(mask_personal("cmnd 031234567"), "cmnd ***");
  EXPECT_EQ(mask_personal("gọi 0912.345.678 hoặc +84 912 345 678"), "gọi *** hoặc ***");
  EXPECT_EQ(mask_personal("đt0912345678"), "đt***");
  EXPECT_EQ(mask_personal("stk 19034567890123"), "stk ***");
  EXPECT_EQ(mask_personal("mail ong.ba_1@gmail.com nhé"), "mail *** nhé");
}

TEST(Mask, HidesWhatWasMeantAsADossierCode) {
  EXPECT_EQ(mask_personal("hs H24.22.99-2609-89 ạ"), "hs [số hồ sơ sai dạng] ạ");
  EXPECT_EQ(mask_personal("g22.99.08 260921"), "[số hồ sơ sai dạng]");
  for (const char* text : {"A4 2 mặt", "B12 uống mấy viên", "mẫu C01 02 tờ", "lớp A12"})
    EXPECT_EQ(mask_personal(text), text);
}

TEST(Codes, OfADossierAreBroughtIntoOneSpelling) {
  for (const char* text : {"H24.22.99-260921-896048", "hồ sơ h24.22.99 260921 896048 đến đâu rồi",
                           "H24.22.99 - 260921 - 896048"})
    EXPECT_EQ(dossier_code_in(text), "H24.22.99-260921-896048") << text;
  EXPECT_EQ(dossier_code_in("H24.22.99-2609-89"), "");
}

TEST(Mask, HidesDossierCodes) {
  EXPECT_EQ(mask_personal("hs H24.22.99-260921-896048"), "hs [số hồ sơ]");
  EXPECT_EQ(mask_personal("000.00.12.H62-201105-0004!"), "[số hồ sơ]!");
  EXPECT_EQ(mask_personal("h47.03 261005 0089"), "[số hồ sơ]");
  EXPECT_EQ(mask_personal("G22.99.08-260921-896048"), "[số hồ sơ]");
}

TEST(Mask, HidesNumberPlates) {
  EXPECT_EQ(mask_personal("xe 15A-123.45 mất"), "xe *** mất");
  EXPECT_EQ(mask_personal("16-B1 123.45"), "***");
  EXPECT_EQ(mask_personal("29C12345"), "***");
}

TEST(Mask, KeepsShortNumbersAndProcedureCodes) {
  for (const char* text : {"2", "gọi 1022", "năm 2026", "mã 1.001193 và 2.000635", "8.000 đồng",
                           "nghị định 123/2015/NĐ-CP", "18 tuổi"}) {
    EXPECT_EQ(mask_personal(text), text);
  }
}

TEST(Mask, TakesHostileTextInLinearTime) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string piece : {"1.", "a@", "1 ", "H24.", "@", "1a"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    EXPECT_FALSE(mask_personal(text).empty());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{10});
}

}  // namespace
}  // namespace motcua::intents
