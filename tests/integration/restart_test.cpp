// What was acknowledged survives: a hard kill, a stop, platforms that are away.
#include "tests/integration/running_service.hpp"

namespace motcua::tests {
namespace {

using Restart = RunningService;

TEST_F(Restart, AMessageAcknowledgedBeforeAKillIsAnsweredOnceAfterIt) {
  const std::string body = zalo_text("lam giay khai sinh can gi", "m1");
  ASSERT_EQ(post_zalo(body).status, 200U);
  server_->kill_hard();
  server_->start();
  ASSERT_TRUE(at_rest());
  const auto answers = zalo_.messages().size();
  EXPECT_GE(answers, 1U);
  EXPECT_LE(answers, 2U);
  EXPECT_EQ(static_cast<std::int64_t>(answers), stored("SELECT SUM(parts_done) FROM outbox"))
      << "none was sent twice";
  ASSERT_EQ(post_zalo(body).status, 200U);  // the platform brings it again
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(zalo_.messages().size(), answers);
}

TEST_F(Restart, EveryMessageOfABurstSurvivesAKill) {
  constexpr int citizens = 20;
  for (int i = 0; i < citizens; ++i) {
    const std::string n = std::to_string(i);
    ASSERT_EQ(post_zalo(zalo_text("khai sinh", "m" + n, "73022188455609" + std::to_string(10000 + i))).status,
              200U);
  }
  server_->kill_hard();
  server_->start();
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(stored("SELECT COUNT(*) FROM event WHERE done = 1"), citizens);
  EXPECT_EQ(stored("SELECT COUNT(DISTINCT conversation) FROM outbox WHERE status = 1"), citizens);
}

TEST_F(Restart, AStopFinishesWhatWasAccepted) {
  ASSERT_EQ(post_zalo(zalo_text("lam giay khai sinh can gi", "m1")).status, 200U);
  EXPECT_EQ(server_->stop(), 0);
  EXPECT_FALSE(zalo_.messages().empty());
}

TEST_F(Restart, AFailingPlatformGetsTheAnswerLater) {
  zalo_.next_sends({fakes::trouble::kind::error, -200}, 1);  // "send failed", no detail
  ASSERT_EQ(post_zalo(zalo_text("lam giay khai sinh can gi", "m1")).status, 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_FALSE(zalo_.messages().empty());
  EXPECT_GT(zalo_.sends(), static_cast<int>(zalo_.messages().size()));
}

}  // namespace
}  // namespace motcua::tests
