#include "server/http/rate.hpp"

#include <gtest/gtest.h>

namespace motcua::http {
namespace {

using namespace std::chrono_literals;

const instant start{std::chrono::hours{24 * 365 * 50}};

int passed(meter& one, int tries, instant at) {
  int count = 0;
  for (int i = 0; i < tries; ++i)
    if (!one.take(pace{}, at)) ++count;
  return count;
}

TEST(Rate, LetsABurstThroughAndNoMore) {
  meter one;
  EXPECT_EQ(passed(one, 10, start), 5);
}

TEST(Rate, CountsAnIpv6CustomerAsOne) {
  const auto network = [](const char* text) { return network_of(net::ip::make_address(text)); };
  EXPECT_EQ(network("2001:db8::1"), network("2001:db8::ffff"));
  EXPECT_NE(network("2001:db8::1"), network("2001:db8:0:1::1"));
  EXPECT_EQ(network("::ffff:192.0.2.7"), "192.0.2.7");
}

TEST(Rate, RefillsOneASecond) {
  meter one;
  passed(one, 5, start);
  EXPECT_EQ(passed(one, 5, start + 1s), 1);
  EXPECT_EQ(passed(one, 5, start + 4s), 3);
  EXPECT_EQ(passed(one, 10, start + 50s), 5);
}

TEST(Rate, TellsWhenTheNextOneWouldPass) {
  meter one;
  passed(one, 5, start);
  const auto wait = one.take(pace{}, start + 400ms);
  ASSERT_TRUE(wait);
  EXPECT_GE(*wait, 600ms);
  EXPECT_LE(*wait, 602ms);
  EXPECT_FALSE(one.take(pace{}, start + 400ms + *wait));
}

TEST(Rate, NeverLetsMoreThan30ThroughInAnyMinute) {
  meter one;
  int count = 0;
  for (auto at = start; at < start + 60s; at += 100ms) count += passed(one, 1, at);
  EXPECT_EQ(count, 30);
  const auto wait = one.take(pace{}, start + 59s);
  ASSERT_TRUE(wait);
  EXPECT_EQ(*wait, 1s);
  EXPECT_FALSE(one.take(pace{}, start + 60s));
}

TEST(Rate, AClockSetBackLocksNobodyOut) {
  meter one;
  passed(one, 5, start);
  EXPECT_EQ(passed(one, 100, start - 1h), 0);
  EXPECT_FALSE(one.take(pace{}, start - 1h + 2s));
}

TEST(Rate, MetersAreOneASender) {
  meters all{pace{}};
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(all.take("a", start));
  EXPECT_TRUE(all.take("a", start));
  EXPECT_FALSE(all.take("b", start));
}

TEST(Rate, AFullTableForgetsTheQuietAndRefusesTheRest) {
  meters all{pace{}, 2};
  EXPECT_FALSE(all.take("a", start));
  EXPECT_FALSE(all.take("b", start + 30s));
  EXPECT_TRUE(all.take("c", start + 31s));
  EXPECT_FALSE(all.take("c", start + 60s));
}

}  // namespace
}  // namespace motcua::http
