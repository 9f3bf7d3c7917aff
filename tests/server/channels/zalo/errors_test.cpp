#include "server/channels/zalo/errors.hpp"

#include <gtest/gtest.h>

namespace motcua::zalo {
namespace {

using namespace std::chrono_literals;

const store::instant noon_in_vietnam{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 5h};

struct expectation {
  int code;
  action what;
};

class ZaloError : public testing::TestWithParam<expectation> {};

TEST_P(ZaloError, AsksForTheActionOfTheTable) {
  EXPECT_EQ(reaction_to(GetParam().code, noon_in_vietnam).what, GetParam().what);
}

INSTANTIATE_TEST_SUITE_P(
    Section6, ZaloError,
    testing::Values(
        expectation{0, action::done}, expectation{-32, action::retry}, expectation{-100, action::drop},
        expectation{-200, action::retry_once}, expectation{-201, action::change_form},
        expectation{-204, action::halt}, expectation{-205, action::halt}, expectation{-209, action::halt},
        expectation{-210, action::change_form}, expectation{-211, action::drop_and_alert},
        expectation{-212, action::halt}, expectation{-213, action::drop}, expectation{-214, action::retry},
        expectation{-216, action::refresh_token}, expectation{-217, action::drop},
        expectation{-218, action::drop}, expectation{-219, action::halt},
        expectation{-220, action::refresh_token}, expectation{-221, action::halt},
        expectation{-223, action::halt}, expectation{-224, action::halt}, expectation{-227, action::drop},
        expectation{-230, action::drop}, expectation{-232, action::drop},
        expectation{-233, action::change_form}, expectation{-234, action::retry},
        expectation{-235, action::halt}, expectation{-237, action::drop}, expectation{-238, action::drop},
        expectation{-240, action::change_form}, expectation{-241, action::drop},
        expectation{-242, action::halt}, expectation{-244, action::drop},
        expectation{-248, action::drop_and_alert}, expectation{-249, action::drop},
        expectation{-320, action::drop_and_alert}, expectation{-321, action::drop_and_alert},
        expectation{-403, action::drop}, expectation{-99999, action::retry_once}),
    [](const auto& one) { return "Code" + std::to_string(-one.param.code); });

TEST(ZaloErrorWait, IsAMinuteAfterTheRateLimit) {
  EXPECT_EQ(reaction_to(-32, noon_in_vietnam).wait, 60s);
}

TEST(ZaloErrorWait, LastsUntilSixAtNight) {
  EXPECT_EQ(reaction_to(-234, noon_in_vietnam + 11h).wait, 7h);  // 23:00
  EXPECT_EQ(reaction_to(-234, noon_in_vietnam + 16h).wait, 2h);  // 04:00
}

TEST(Loggable, KeepsTheNameOfTheField) {
  EXPECT_EQ(loggable("payload.buttons is invalid"), "payload.buttons is invalid");
}

TEST(Loggable, LeavesOutIdsAndTokens) {
  EXPECT_EQ(loggable("user 7302218845560917334 token abcdefghijklmnopqrstuvwxyz"), "user # token #");
}

TEST(Loggable, LeavesOutWhatIsNotAscii) {
  EXPECT_EQ(loggable("Nguyễn\nA"), "Nguy n A");
}

TEST(Loggable, IsShort) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  EXPECT_EQ(loggable(words).size(), 120u);
}

}  // namespace
}  // namespace motcua::zalo
