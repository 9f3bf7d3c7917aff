#include "intents/text/reader.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "intents/learn/randomness.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> said{"đăng ký khai sinh cho con",
                                             "làm giấy khai sinh",
                                             "đăng ký kết hôn cần giấy tờ gì",
                                             "lệ phí bao nhiêu",
                                             "xin giấy xác nhận độc thân",
                                             "mất căn cước làm lại",
                                             "đăng ký tạm trú ở đâu",
                                             "khai sinh muộn",
                                             "giấy tờ gồm những gì",
                                             "nộp hồ sơ trực tuyến",
                                             "khai sinh cho cháu",
                                             "giấy tờ khai sinh",
                                             "đăng ký khai sinh cần gì",
                                             "làm lại giấy khai sinh"};
  return said;
}

reader small_reader() {
  using content::word_kind;
  return reader{{{{"gks", "giấy khai sinh", word_kind::abbreviation}, {"ko", "không", word_kind::teencode}}},
                texts()};
}

std::string read(const std::string& text) {
  static const auto r = small_reader();
  std::string all;
  for (const auto& w : r.read(clean(text))) all += (all.empty() ? "" : " ") + w.accented;
  return all;
}

TEST(Reader, MendsKeysOfAnInputMethod) {
  EXPECT_EQ(read("ddawng kys khai sinh"), "đăng ký khai sinh");
}

TEST(Reader, PartsWordsRunTogether) {
  EXPECT_EQ(read("lam khaisinh"), "lam khai sinh");
  EXPECT_EQ(read("giấytờ"), "giấy tờ");
}

TEST(Reader, MendsOneSlipByItsNeighbours) {
  EXPECT_EQ(read("giay khia sinhh"), "giay khia sinh");  // "khia" is a syllable: it may be meant
  EXPECT_EQ(read("giay khaii sinh"), "giay khai sinh");
  EXPECT_EQ(read("dang kyy ket honn"), "dang ky ket hon");
}

TEST(Reader, LeavesAbbreviationsToTheLexicon) {
  EXPECT_EQ(read("gks ko"), "giấy khai sinh không");
}

TEST(Reader, LeavesNumbersAndCodesAlone) {
  EXPECT_EQ(read("mã 1.001193 năm 2026"), "mã 1 001193 năm 2026");
}

TEST(Reader, TakesAMisplacedMarkForNoEvidence) {
  EXPECT_EQ(read("truóc"), "truoc");
}

TEST(Reader, LeavesARealWordThatTheContentLacks) {
  EXPECT_EQ(read("phở bò"), "phở bò");
}

// Properties, on made-up inputs that are the same every time.

std::string random_bytes(dice& by, std::size_t length) {
  std::string bytes;
  for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(by.below(256));
  return bytes;
}

TEST(Properties, NormalisingTwiceChangesNothing) {
  dice by{7};
  for (int n = 0; n < 500; ++n) {
    const auto once = normalise(clean(random_bytes(by, by.below(80))));
    EXPECT_EQ(normalise(once), once);
  }
  for (const auto& text : texts()) EXPECT_EQ(normalise(normalise(text)), normalise(text));
}

TEST(Properties, AnyBytesAreRead) {
  const auto r = small_reader();
  dice by{11};
  for (int n = 0; n < 500; ++n) {
    const auto bytes = random_bytes(by, by.below(300));
    for (const auto& w : r.read(clean(bytes))) EXPECT_FALSE(w.accented.empty());
  }
}

TEST(Properties, TheFoldedFormIsThatOfTheUnaccentedPhrase) {
  for (const auto& text : texts()) {
    const auto folded = fold(normalise(clean(text)));
    EXPECT_EQ(fold(folded), folded);
    EXPECT_EQ(fold(normalise(clean(folded))), folded);
  }
}

TEST(Properties, ALongWordCostsNoMoreThanItsLength) {
  const auto r = small_reader();
  const auto begin = std::chrono::steady_clock::now();
  r.read(std::string(100'000, 'x'));
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "qwrtp ";
  r.read(many);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{5});
}

}  // namespace
}  // namespace motcua::intents
