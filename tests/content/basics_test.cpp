#include <gtest/gtest.h>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/entry.hpp"
#include "content/knowledge/finding.hpp"

namespace motcua::content {
namespace {

TEST(Aspect, HasANameThatReadsBackAsItself) {
  for (const auto a : all_aspects) EXPECT_EQ(parse_aspect(name_of(a)), a) << name_of(a);
}

TEST(Aspect, IsNotReadFromAnUnknownName) {
  EXPECT_EQ(parse_aspect("price"), std::nullopt);
}

TEST(Confidence, ReadsItsFourWordsOnly) {
  EXPECT_EQ(parse_confidence("high"), confidence::high);
  EXPECT_EQ(parse_confidence("medium"), confidence::medium);
  EXPECT_EQ(parse_confidence("low"), confidence::low);
  EXPECT_EQ(parse_confidence("unknown"), confidence::unknown);
  EXPECT_EQ(parse_confidence("High"), std::nullopt);
  EXPECT_EQ(parse_confidence(""), std::nullopt);
}

TEST(Date, IsReadAsYearMonthDay) {
  using namespace std::chrono;
  EXPECT_EQ(parse_date("2028-02-29"), date(year{2028}, month{2}, day{29}));
}

TEST(Date, IsNotReadWhereThereIsNoSuchDayOrForm) {
  for (const auto* text :
       {"2026-02-30", "2026-13-01", "2026-00-10", "30/2/2026", "2026-2-3", "2026-02-3x", "", "20260203"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Fact, IsSayableFromMediumUp) {
  EXPECT_FALSE((fact<int>{1, confidence::unknown}.sayable()));
  EXPECT_FALSE((fact<int>{1, confidence::low}.sayable()));
  EXPECT_TRUE((fact<int>{1, confidence::medium}.sayable()));
}

TEST(EntryKind, IsNamedAsInTheFiles) {
  EXPECT_EQ(name_of(entry_kind::procedure), "procedure");
  EXPECT_EQ(name_of(entry_kind::smalltalk), "smalltalk");
}

TEST(Finding, IsOneLineWithPathLineFieldAndMessage) {
  EXPECT_EQ(to_line({severity::error, "a/b.yaml", 12, "fee[1].amount", "is negative"}),
            "a/b.yaml:12: error: fee[1].amount: is negative");
  EXPECT_EQ(to_line({severity::warning, "a/b.yml", 0, "", "rename it"}), "a/b.yml: warning: rename it");
}

TEST(Finding, StaysOneLineWhateverItQuotes) {
  EXPECT_EQ(to_line({severity::error, "a.yaml", 1, "", "\"x\ny\x1b[2J\""}), "a.yaml:1: error: \"x y [2J\"");
}

TEST(Finding, OnlyAnErrorCountsAsAnError) {
  EXPECT_FALSE(any_error({}));
  EXPECT_FALSE(any_error({{severity::warning, "a", 1, "", "m"}}));
  EXPECT_TRUE(any_error({{severity::warning, "a", 1, "", "m"}, {severity::error, "a", 2, "", "m"}}));
}

}  // namespace
}  // namespace motcua::content
