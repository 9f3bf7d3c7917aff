#include "intents/text/syllables.hpp"

#include <gtest/gtest.h>

namespace motcua::intents {
namespace {

TEST(Syllables, KnowsTheSyllablesOfEverydayWords) {
  for (const char* word : {"đăng", "ký", "giấy", "khai",  "sinh", "quý",   "quyển", "nghiêng", "gì", "giếng",
                           "yếu",  "ưu", "thuở", "khuỷu", "hoàn", "xoong", "ngoằn", "oẹ",      "ý",  "của"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
}

TEST(Syllables, KnowsWhatIsNone) {
  for (const char* word : {"zalo", "vneid", "ddawng", "giaays", "khaisinh", "truóc", "cccd", "strang",
                           "ngiêng", "kà", "ghà", "mặtt", "tt", "123", "", "f"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllables, AStopIsSungSharpOrHeavy) {
  EXPECT_TRUE(is_syllable("các"));
  EXPECT_TRUE(is_syllable("một"));
  EXPECT_FALSE(is_syllable("càc"));
  EXPECT_FALSE(is_syllable("mổt"));
}

TEST(Syllables, FoldsToKnownForms) {
  for (const char* word : {"duong", "giay", "nghi", "quyen", "gi"})
    EXPECT_TRUE(is_folded_syllable(word)) << word;
  for (const char* word : {"duongf", "kha1", "giayto", "ngi", "ca6n"})
    EXPECT_FALSE(is_folded_syllable(word)) << word;
}

}  // namespace
}  // namespace motcua::intents
