#include "server/channels/split.hpp"

#include <gtest/gtest.h>

namespace motcua::channels {
namespace {

using parts = std::vector<std::string>;

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(Utf16Length, CountsALetterWithTwoMarksAsOne) {
  EXPECT_EQ(utf16_length("Đường ấp"), 8u);
}

TEST(Utf16Length, CountsAnEmojiAsTwo) {
  EXPECT_EQ(utf16_length("👍"), 2u);
}

TEST(CutText, NeverLeavesHalfASurrogatePair) {
  EXPECT_EQ(cut_text("a👍b", 2), "a");
}

TEST(SplitText, KeepsATextOfExactlyTheLimitWhole) {
  const auto text = repeated("ộ", 50);
  EXPECT_EQ(split_text(text, 50), parts{text});
}

TEST(SplitText, GivesNoPartOfBlanksOnly) {
  EXPECT_TRUE(split_text(" \n\n ", 10).empty());
}

TEST(SplitText, PrefersAParagraphToASentence) {
  EXPECT_EQ(split_text("Một hai ba.\n\nBốn. Năm sáu", 20), (parts{"Một hai ba.", "Bốn. Năm sáu"}));
}

TEST(SplitText, PrefersALineToASentence) {
  EXPECT_EQ(split_text("Một hai ba\nBốn. Năm sáu", 18), (parts{"Một hai ba", "Bốn. Năm sáu"}));
}

TEST(SplitText, PrefersASentenceToABlank) {
  EXPECT_EQ(split_text("Một hai ba bốn. Năm sáu bảy", 22), (parts{"Một hai ba bốn.", "Năm sáu bảy"}));
}

TEST(SplitText, DoesNotTakeTheNumberOfAListForASentence) {
  EXPECT_EQ(split_text("Giấy tờ cần có là 1. Tờ khai", 24), (parts{"Giấy tờ cần có là 1. Tờ", "khai"}));
}

TEST(SplitText, IgnoresAParagraphThatWouldLeaveTheFirstPartNearlyEmpty) {
  EXPECT_EQ(split_text("A\n\n" + repeated("bc ", 10), 30).front(), "A\n\n" + repeated("bc ", 8) + "bc");
}

TEST(SplitText, UsesTheBlankRightAfterTheLimit) {
  EXPECT_EQ(split_text("abcde fghij", 5), (parts{"abcde", "fghij"}));
}

TEST(SplitText, KeepsAUrlWhole) {
  const std::string url = "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html";
  const auto cut = split_text("Nộp hồ sơ tại " + url + " nhé", 60);
  ASSERT_EQ(cut.size(), 2u);
  EXPECT_EQ(cut[1], url + " nhé");
}

TEST(SplitText, CutsBeforeAUrlThatIsGluedToALongWord) {
  const auto cut = split_text(repeated("x", 20) + "https://a.vn/" + repeated("y", 20), 40);
  EXPECT_EQ(cut, (parts{repeated("x", 20), "https://a.vn/" + repeated("y", 20)}));
}

TEST(SplitText, CutsAWordLongerThanTheLimitBetweenCharacters) {
  EXPECT_EQ(split_text(repeated("👍", 5), 5), (parts{"👍👍", "👍👍", "👍"}));
}

TEST(SplitText, LosesNoCharacterButTheBlanksAtTheCuts) {
  const auto text = repeated("Công dân nộp hồ sơ tại bộ phận một cửa. ", 200);
  std::string joined;
  for (const auto& part : split_text(text, 1900)) {
    EXPECT_LE(utf16_length(part), 1900u);
    joined += part + ' ';
  }
  EXPECT_EQ(joined, text);
}

TEST(SplitText, EndsOnBytesThatAreNotUtf8) {
  for (const auto& part : split_text(repeated("\xF0\x9F", 50) + "\x80\xFF", 7))
    EXPECT_LE(utf16_length(part), 7u);
}

}  // namespace
}  // namespace motcua::channels
