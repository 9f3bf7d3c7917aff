#include "server/staff/insight/report_due.hpp"

#include <gtest/gtest.h>

namespace motcua::staff {
namespace {

using std::chrono::year;
using store::span;

content::date on(int y, unsigned m, unsigned d) {
  return year{y} / static_cast<int>(m) / static_cast<int>(d);
}

TEST(ReportDue, IsBeforeADayOfTheLastMonthOfTheQuarter) {
  EXPECT_EQ(next_report(on(2026, 10, 1), 5).before, on(2026, 12, 5));
  EXPECT_EQ(next_report(on(2026, 12, 5), 5).before, on(2026, 12, 5));
}

TEST(ReportDue, OfTheNextQuarterFollows) {
  EXPECT_EQ(next_report(on(2026, 12, 6), 5).before, on(2027, 3, 5));
  EXPECT_EQ(next_report(on(2026, 3, 11), 10).before, on(2026, 6, 10));
}

TEST(ReportDue, TheSecondAndTheLastCoverMoreThanTheQuarter) {
  EXPECT_EQ(next_report(on(2026, 1, 1), 5).spans, (std::vector{span::quarter}));
  EXPECT_EQ(next_report(on(2026, 5, 1), 5).spans, (std::vector{span::quarter, span::half}));
  EXPECT_EQ(next_report(on(2026, 11, 1), 5).spans, (std::vector{span::quarter, span::year}));
}

}  // namespace
}  // namespace motcua::staff
