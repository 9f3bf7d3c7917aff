#include "server/async/deadline.hpp"

#include <gtest/gtest.h>
#include <boost/asio/use_future.hpp>

#include <stdexcept>

#include "server/async/resolve.hpp"
#include "server/async/semaphore.hpp"

namespace motcua {
namespace {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

class Deadline : public testing::Test {
 protected:
  template <class T>
  T run(awaitable<T> what) {
    auto done = net::co_spawn(loop, std::move(what), net::use_future);
    loop.restart();
    while (done.wait_for(0s) != std::future_status::ready)
      if (loop.run_one_for(10s) == 0) throw std::runtime_error{"did not end in time"};
    return done.get();
  }
  static awaitable<int> seven_after(std::chrono::milliseconds time) {
    net::steady_timer timer{co_await net::this_coro::executor, time};
    co_await timer.async_wait(use);
    co_return 7;
  }
  static awaitable<int> deaf_seven_after(std::chrono::milliseconds time) {
    co_await net::this_coro::reset_cancellation_state(net::disable_cancellation());
    const int seven = co_await seven_after(time);
    co_return seven;
  }
  static awaitable<int> broken() {
    throw std::runtime_error{"broken"};
    co_return 0;
  }
  static awaitable<void> nothing_after(std::chrono::milliseconds time) {
    net::steady_timer timer{co_await net::this_coro::executor, time};
    co_await timer.async_wait(use);
  }
  static bool is_deadline(const boost::system::system_error& e) { return e.code() == errc::deadline; }

  net::io_context loop;
};

TEST_F(Deadline, LetsWorkThatIsInTimeThrough) {
  EXPECT_EQ(run(with_deadline(seven_after(1ms), clock::now() + 5s)), 7);
  run(with_deadline(nothing_after(1ms), clock::now() + 5s));
}

TEST_F(Deadline, CancelsWorkThatIsLate) {
  const auto begin = clock::now();
  try {
    run(with_deadline(seven_after(1h), clock::now() + 20ms));
    ADD_FAILURE() << "it threw nothing";
  } catch (const boost::system::system_error& e) {
    EXPECT_TRUE(is_deadline(e));
  }
  EXPECT_THROW(run(with_deadline(nothing_after(1h), clock::now() + 20ms)), boost::system::system_error);
  EXPECT_LT(clock::now() - begin, 5s);
}

TEST_F(Deadline, ThrowsWhatTheWorkThrows) {
  EXPECT_THROW(run(with_deadline(broken(), clock::now() + 5s)), std::runtime_error);
}

TEST_F(Deadline, GivesTheValueOfWorkApart) {
  const auto got = run(apart_until<int>([] { return seven_after(1ms); }, clock::now() + 5s));
  EXPECT_EQ(*got, 7);
}

TEST_F(Deadline, LeavesDeafWorkBehind) {
  const auto begin = clock::now();
  const auto got = run(apart_until<int>([] { return deaf_seven_after(1s); }, clock::now() + 20ms));
  EXPECT_EQ(got.error(), errc::deadline);
  EXPECT_LT(clock::now() - begin, 900ms);
  loop.restart();
  loop.run_for(5s);  // what was left behind ends, and touches nothing that is gone
  EXPECT_TRUE(loop.stopped());
}

TEST_F(Deadline, TellsWorkApartToStop) {
  const auto begin = clock::now();
  EXPECT_FALSE(run(apart_until<int>([] { return seven_after(1h); }, clock::now() + 20ms)));
  loop.restart();
  loop.run_for(5s);
  EXPECT_TRUE(loop.stopped());
  EXPECT_LT(clock::now() - begin, 4s);
}

TEST_F(Deadline, ThrowsWhatWorkApartThrowsInTime) {
  EXPECT_THROW(run(apart_until<int>([] { return broken(); }, clock::now() + 5s)), std::runtime_error);
}

TEST_F(Deadline, ResolvesAnAddressWithoutAskingAnyone) {
  const auto found = run(resolve("127.0.0.1", "8080", clock::now() + 5s));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->begin()->endpoint(), (net::ip::tcp::endpoint{net::ip::address_v4::loopback(), 8080}));
}

class Semaphore : public Deadline {
 protected:
  awaitable<error_code> hold(semaphore& of, std::chrono::milliseconds time, deadline_t until) {
    const auto place = co_await of.take(until);
    if (!place) co_return place.error();
    most = std::max(most, ++inside);
    co_await nothing_after(time);
    --inside;
    co_return error_code{};
  }
  int inside = 0;
  int most = 0;
};

TEST_F(Semaphore, GivesNoMorePlacesThanItHas) {
  semaphore two{loop.get_executor(), 2, 10};
  const auto limit = clock::now() + 5s;
  std::vector<std::future<error_code>> all;
  for (int i = 0; i < 6; ++i) all.push_back(net::co_spawn(loop, hold(two, 5ms, limit), net::use_future));
  loop.run_for(5s);
  for (auto& one : all) EXPECT_FALSE(one.get());
  EXPECT_EQ(most, 2);
}

TEST_F(Semaphore, RefusesWhatItsQueueCannotHold) {
  semaphore one{loop.get_executor(), 1, 1};
  const auto limit = clock::now() + 5s;
  auto first = net::co_spawn(loop, hold(one, 20ms, limit), net::use_future);
  auto second = net::co_spawn(loop, hold(one, 1ms, limit), net::use_future);
  EXPECT_EQ(run(hold(one, 1ms, limit)), errc::overloaded);
  loop.run_for(5s);
  EXPECT_FALSE(first.get());
  EXPECT_FALSE(second.get());
}

TEST_F(Semaphore, LetsAWaiterGiveUpWithoutLosingAPlace) {
  semaphore one{loop.get_executor(), 1, 1};
  const auto now = clock::now();
  auto first = net::co_spawn(loop, hold(one, 100ms, now + 5s), net::use_future);
  EXPECT_EQ(run(hold(one, 1ms, now + 20ms)), errc::deadline);
  EXPECT_FALSE(run(hold(one, 1ms, now + 5s)));
  EXPECT_FALSE(first.get());
}

}  // namespace
}  // namespace motcua
