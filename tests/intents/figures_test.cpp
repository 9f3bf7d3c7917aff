#include "intents/measure/figures.hpp"

#include <gtest/gtest.h>

namespace motcua::intents {
namespace {

judged right(double confidence, const char* style = "") {
  return {true, true, true, confidence, style, 10};
}
judged third(double confidence) {
  return {true, false, true, confidence, "", 20};
}
judged outside(double confidence) {
  return {false, false, false, confidence, "", 30};
}

TEST(Figures, CountFirstAndThirdOfThoseInScope) {
  const auto f = figures_of(std::vector{right(0.9), right(0.8), third(0.4), outside(0.1)});
  EXPECT_EQ(f.all.rows, 3U);
  EXPECT_NEAR(f.all.top1, 66.7, 0.1);
  EXPECT_NEAR(f.all.top3, 100, 0.1);
}

TEST(Figures, CountByStyle) {
  const auto f = figures_of(std::vector{right(0.9, "typos"), right(0.9, "plain"), third(0.2)});
  ASSERT_EQ(f.by_style.size(), 2U);
  EXPECT_EQ(f.by_style.at("typos").rows, 1U);
}

TEST(Figures, TheCurveIsPerfectWhereAllInScopeAreSurer) {
  const auto f = figures_of(std::vector{right(0.9), third(0.5), outside(0.4), outside(0.1)});
  EXPECT_DOUBLE_EQ(*f.auroc, 1);
  EXPECT_DOUBLE_EQ(*f.fpr_at_95_tpr, 0);
}

TEST(Figures, TiesCountHalf) {
  EXPECT_DOUBLE_EQ(*figures_of(std::vector{right(0.5), outside(0.5)}).auroc, 0.5);
}

TEST(Figures, WithoutAnythingOutsideThereIsNoCurve) {
  EXPECT_FALSE(figures_of(std::vector{right(0.9)}).auroc);
  EXPECT_FALSE(figures_of({}).auroc);
}

TEST(Figures, TheMiddleAndTheSlowestTime) {
  std::vector<judged> rows(100, right(0.9));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].microseconds = static_cast<double>(i);
  const auto f = figures_of(rows);
  EXPECT_DOUBLE_EQ(f.p50_microseconds, 49);
  EXPECT_DOUBLE_EQ(f.p99_microseconds, 98);
}

TEST(Reliability, ABinHoldsItsMeanAndItsShare) {
  const auto bins =
      reliability_of(std::vector{right(0.82), right(0.88), third(0.84), outside(0.86), right(1.0)});
  EXPECT_EQ(bins[8].rows, 4U);
  EXPECT_DOUBLE_EQ(bins[8].right, 0.5);
  EXPECT_NEAR(bins[8].confidence, 0.85, 1e-9);
  EXPECT_EQ(bins[9].rows, 1U);
}

}  // namespace
}  // namespace motcua::intents
