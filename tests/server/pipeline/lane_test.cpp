#include "server/pipeline/lane.hpp"

#include <gtest/gtest.h>

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

class Lane : public ::testing::Test {
 protected:
  lane way_{lane_rules{.per_second = 10, .burst = 2, .most_in_flight = 3, .failures_to_open = 3}};
  lane::instant now_{1'800'000'000'000ms};
};

TEST_F(Lane, LetsABurstThroughAndThenItsRate) {
  EXPECT_EQ(way_.take(now_), 0ms);
  EXPECT_EQ(way_.take(now_), 0ms);
  EXPECT_EQ(way_.take(now_), 100ms);
  EXPECT_EQ(way_.take(now_), 200ms);
}

TEST_F(Lane, HoldsBackWhatWouldWaitLong) {
  for (int i = 0; i < 4; ++i) way_.take(now_);
  EXPECT_FALSE(way_.may_start(now_));
  EXPECT_GT(way_.look_again(now_), now_);
  EXPECT_TRUE(way_.may_start(way_.look_again(now_)));
}

TEST_F(Lane, NeverSavesUpMoreThanABurst) {
  way_.take(now_);
  now_ += 1h;
  way_.take(now_);
  way_.take(now_);
  EXPECT_GT(way_.take(now_), 0ms);
}

TEST_F(Lane, HasSoManyOnTheirWayAndNoMore) {
  for (int i = 0; i < 3; ++i) way_.started();
  EXPECT_FALSE(way_.may_start(now_));
  way_.ended();
  EXPECT_TRUE(way_.may_start(now_));
}

TEST_F(Lane, OpensAfterFailuresInARowAndNotBefore) {
  EXPECT_EQ(way_.learn(send_status::retry, now_), lane::change::none);
  EXPECT_EQ(way_.learn(send_status::unknown, now_), lane::change::none);
  EXPECT_EQ(way_.learn(send_status::sent, now_), lane::change::none);
  EXPECT_EQ(way_.learn(send_status::retry, now_), lane::change::none);
  EXPECT_EQ(way_.learn(send_status::retry, now_), lane::change::none);
  EXPECT_EQ(way_.learn(send_status::retry, now_), lane::change::opened);
  EXPECT_FALSE(way_.may_start(now_));
  EXPECT_EQ(way_.look_again(now_), now_ + 5s);
}

TEST_F(Lane, TriesOneAfterThePauseAndWaitsTwiceAsLongIfThatFails) {
  for (int i = 0; i < 3; ++i) way_.learn(send_status::retry, now_);
  now_ += 5s;
  EXPECT_TRUE(way_.may_start(now_));
  way_.started();
  EXPECT_FALSE(way_.may_start(now_)) << "one at a time until something goes through";
  EXPECT_EQ(way_.learn(send_status::retry, now_), lane::change::none) << "said once";
  EXPECT_EQ(way_.look_again(now_), now_ + 10s);
}

TEST_F(Lane, ClosesWithTheFirstThatGoesThrough) {
  for (int i = 0; i < 3; ++i) way_.learn(send_status::retry, now_);
  now_ += 5s;
  EXPECT_EQ(way_.learn(send_status::sent, now_), lane::change::closed);
  EXPECT_TRUE(way_.may_start(now_));
}

TEST_F(Lane, AMessageThatCanNeverArriveIsNoFailureOfThePlatform) {
  for (int i = 0; i < 10; ++i) EXPECT_EQ(way_.learn(send_status::undeliverable, now_), lane::change::none);
}

TEST_F(Lane, AHaltedAccountOpensAtOnceForLong) {
  EXPECT_EQ(way_.learn(send_status::account_halted, now_), lane::change::opened);
  EXPECT_EQ(way_.look_again(now_), now_ + 5min);
}

}  // namespace
}  // namespace motcua::pipeline
