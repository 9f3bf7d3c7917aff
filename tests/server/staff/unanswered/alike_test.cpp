#include "server/staff/unanswered/alike.hpp"

#include <gtest/gtest.h>

namespace motcua::staff {
namespace {

instant at(int second) {
  return instant{std::chrono::seconds{second}};
}

TEST(Alike, AreQuestionsWhateverTheirDiacriticsAndOrder) {
  const auto groups =
      group_alike({{"làm thẻ thư viện", at(1)}, {"lam the thu vien", at(2)}, {"Thư viện làm thẻ?", at(3)}});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].count, 3U);
  EXPECT_EQ(groups[0].last_at, at(3));
  EXPECT_EQ(groups[0].examples, (std::vector<std::string>{"làm thẻ thư viện"}));
}

TEST(Alike, AreQuestionsThatShareMostOfTheirWords) {
  const auto groups = group_alike({{"làm thẻ thư viện ở đâu", at(1)},
                                   {"làm thẻ thư viện ở đâu ạ", at(2)},
                                   {"bao giờ có điện lại", at(3)}});
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].count, 2U);
  EXPECT_EQ(groups[0].examples.size(), 2U);
}

TEST(Alike, ComeMostAskedFirstAndThenNewest) {
  const auto groups =
      group_alike({{"một hai", at(9)}, {"ba bốn", at(1)}, {"ba bốn", at(2)}, {"năm sáu", at(10)}});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].examples[0], "ba bốn");
  EXPECT_EQ(groups[1].examples[0], "năm sáu");
}

TEST(Alike, KeepTheirKeyWhenALessFrequentOneJoins) {
  const auto before = group_alike({{"làm thẻ thư viện ở đâu", at(1)}, {"làm thẻ thư viện ở đâu", at(1)}});
  const auto after = group_alike({{"làm thẻ thư viện ở đâu", at(1)},
                                  {"làm thẻ thư viện ở đâu", at(1)},
                                  {"ở đâu làm thẻ thư viện thế", at(2)}});
  EXPECT_EQ(before[0].key, after[0].key);
  EXPECT_EQ(before[0].key, key_of("làm thẻ thư viện ở đâu"));
}

TEST(Alike, AreNoQuestionsWithoutWords) {
  EXPECT_TRUE(group_alike({{"?!", at(1)}, {"", at(2)}}).empty());
}

}  // namespace
}  // namespace motcua::staff
