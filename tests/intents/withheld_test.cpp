#include "intents/match/withheld.hpp"

#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t asked = 300;

std::size_t right_of_the_first(const matcher& match) {
  const auto& golden = sample::shipped().content->contents().golden;
  std::size_t right = 0;
  for (std::size_t row = 0, n = 0; row < golden.size() && n < asked; ++row) {
    if (golden[row].expect != content::golden_outcome::entry) continue;
    ++n;
    right += match.signs_of(golden[row].text).first == golden[row].entry;
  }
  return right;
}

TEST(Withheld, DealsEveryRowToOnePart) {
  for (std::size_t row = 0; row < 12; ++row) {
    std::size_t holders = 0;
    for (std::size_t part = 0; part < golden_parts; ++part) holders += withheld{part, golden_parts}.holds(row);
    EXPECT_EQ(holders, 1U);
    EXPECT_FALSE(no_golden.holds(row));
    EXPECT_TRUE(all_golden.holds(row));
  }
}

TEST(Withheld, QuestionsAreLearntUnlessTheyAre) {
  ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load";
  const matcher serves{sample::shipped().content};
  const matcher measured{sample::shipped().content, all_golden};
  EXPECT_GE(right_of_the_first(serves), asked - 5);
  EXPECT_LT(right_of_the_first(measured), asked - 5);
}

}  // namespace
}  // namespace motcua::intents
