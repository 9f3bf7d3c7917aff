#include "intents/text/keyboard.hpp"

#include <gtest/gtest.h>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

struct typed {
  const char* keys;
  const char* meant;
};

TEST(Keyboard, ReadsTelexLeftovers) {
  for (const auto& [keys, meant] : std::initializer_list<typed>{{"ddawng", "đăng"},
                                                                {"kys", "ký"},
                                                                {"giaays", "giấy"},
                                                                {"dduowcj", "được"},
                                                                {"thuowngf", "thường"},
                                                                {"hoof", "hồ"},
                                                                {"nguwowif", "người"},
                                                                {"quaan", "quân"},
                                                                {"hoaf", "hòa"},
                                                                {"tieengs", "tiếng"}}) {
    EXPECT_EQ(from_keys(keys), meant) << keys;
  }
}

TEST(Keyboard, ReadsVniLeftovers) {
  EXPECT_EQ(from_keys("d9a8ng"), "đăng");
  EXPECT_EQ(from_keys("giay61"), "giấy");
  EXPECT_EQ(from_keys("ky1"), "ký");
}

TEST(Keyboard, ReadsAToneKeyAfterAHalfComposedWord) {
  EXPECT_EQ(from_keys("đăngf"), "đằng");
  EXPECT_EQ(from_keys("giâys"), "giấy");
}

TEST(Keyboard, LeavesWhatSpellsNoSyllable) {
  for (const char* word : {"cccd", "vneid", "khaisinh", "1022", "a", "", "hello", "zzzz", "ddddddddddddd"})
    EXPECT_EQ(from_keys(word), std::nullopt) << word;
}

TEST(Keyboard, TypesAWordAndReadsItBack) {
  for (const char* word :
       {"đăng", "giấy", "người", "thường", "hòa", "quý", "nghĩa", "trưởng", "khuyết", "tiếng"}) {
    EXPECT_EQ(from_keys(to_keys(word, input_method::telex)), word) << to_keys(word, input_method::telex);
    EXPECT_EQ(from_keys(to_keys(word, input_method::vni)), word) << to_keys(word, input_method::vni);
  }
}

TEST(Keyboard, TypesABareWordAsItIs) {
  EXPECT_EQ(to_keys("khai", input_method::telex), "khai");
}

}  // namespace
}  // namespace motcua::intents
