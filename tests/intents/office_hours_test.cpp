#include "intents/dialogue/office_hours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using sample::all_text;
using sample::at;
using sample::chat;
using testing::HasSubstr;
using testing::Not;

// Mornings and afternoons from Monday to Friday, closed on New Year's Day.
content::library with_hours() {
  auto lib = sample::library();
  for (auto& unit : lib.units) {
    if (unit.id != content::default_unit) continue;
    using std::chrono::minutes;
    std::vector<std::chrono::weekday> days;
    for (unsigned day = 1; day <= 5; ++day) days.emplace_back(day);
    unit.hours = {"7:30-11:30, 13:30-17:00, thứ Hai đến thứ Sáu", content::confidence::high, true};
    unit.open = {{days, minutes{450}, minutes{690}}, {days, minutes{810}, minutes{1020}}};
    unit.closed = {{*content::parse_date("2027-01-01"), "Tết Dương lịch"}};
  }
  return lib;
}

class OfficeHours : public testing::Test {
 protected:
  // Hours of Việt Nam, which is seven ahead of UTC.
  std::optional<office_hours> on(int year, unsigned month, unsigned day, int hour, int minute = 0) {
    const auto now = at(year, month, day, 0) + std::chrono::hours{hour - 7} + std::chrono::minutes{minute};
    const auto& content = *c.with.content;
    return office_hours_at(content, content.unit_or_default(content::default_unit), now);
  }
  chat c{with_hours()};
};

TEST_F(OfficeHours, AreOpenFromTheFirstMinuteToTheLast) {
  EXPECT_FALSE(on(2026, 11, 27, 7, 29)->open);
  EXPECT_TRUE(on(2026, 11, 27, 7, 30)->open);
  EXPECT_TRUE(on(2026, 11, 27, 11, 29)->open);
  EXPECT_FALSE(on(2026, 11, 27, 11, 30)->open);
}

TEST_F(OfficeHours, AtNoonTheyOpenAgainInTheAfternoon) {
  EXPECT_EQ(on(2026, 11, 27, 12)->opens, at(2026, 11, 27, 6) + std::chrono::minutes{30});
}

TEST_F(OfficeHours, OnFridayEveningTheyOpenOnMonday) {
  EXPECT_EQ(on(2026, 11, 27, 18)->opens, at(2026, 11, 30, 0) + std::chrono::minutes{30});
}

TEST_F(OfficeHours, OnAHolidayTheyAreClosedForItsReason) {
  const auto found = on(2027, 1, 1, 9);
  EXPECT_FALSE(found->open);
  EXPECT_EQ(found->closed_for, "Tết Dương lịch");
  EXPECT_EQ(found->opens, at(2027, 1, 4, 0) + std::chrono::minutes{30});
}

TEST_F(OfficeHours, OnTheEveOfAHolidayTheyOpenAfterIt) {
  EXPECT_EQ(on(2026, 12, 31, 20)->opens, at(2027, 1, 4, 0) + std::chrono::minutes{30});
}

TEST_F(OfficeHours, AreSaidToWhoeverAsksForAPerson) {
  c.now = at(2026, 11, 27, 3);
  EXPECT_THAT(all_text(c.say("gặp cán bộ")), HasSubstr("đang trong giờ làm việc"));
  c.now = at(2026, 11, 27, 12);
  const auto evening = all_text(c.say("gặp cán bộ"));
  EXPECT_THAT(evening, HasSubstr("ngoài giờ làm việc"));
  EXPECT_THAT(evening, HasSubstr("07:30 ngày 30/11/2026"));
}

TEST(OfficeHoursUnknown, ArePassedOverInSilence) {
  chat c;
  const auto text = all_text(c.say("gặp cán bộ"));
  EXPECT_THAT(text, Not(HasSubstr("đang trong giờ")));
  EXPECT_THAT(text, Not(HasSubstr("Giờ mở cửa gần nhất")));
}

}  // namespace
}  // namespace motcua::intents
