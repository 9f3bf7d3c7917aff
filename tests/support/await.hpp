// Runs one coroutine to its end within a bound: a test never hangs.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>
#include <stdexcept>

#include "server/async/result.hpp"

namespace motcua::tests {

// Training in a build without optimisation, beside other tests, takes some ten seconds.
inline constexpr std::chrono::seconds longest_wait{60};

template <class T>
T await(net::io_context& loop, awaitable<T> what) {
  auto done = net::co_spawn(loop, std::move(what), net::use_future);
  const auto until = std::chrono::steady_clock::now() + longest_wait;
  loop.restart();
  while (done.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
    if (loop.run_one_until(until) == 0) throw std::runtime_error{"the coroutine did not end in time"};
  return done.get();
}

// On a loop that outlives every store: a thread that posts a result is still inside the loop when the waiter
// goes on.
template <class T>
T await(awaitable<T> what) {
  static net::io_context lasting;
  return await(lasting, std::move(what));
}

// Runs the loop until `happened`, or fails after the bound.
template <class Condition>
bool run_until(net::io_context& loop, Condition happened) {
  const auto until = std::chrono::steady_clock::now() + longest_wait;
  loop.restart();
  while (!happened()) {
    if (std::chrono::steady_clock::now() > until) return false;
    loop.run_one_for(std::chrono::milliseconds{10});
    if (loop.stopped()) loop.restart();
  }
  return true;
}

}  // namespace motcua::tests
