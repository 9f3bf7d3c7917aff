// Waits with a limit.
//
// with_deadline: the work is cancelled at its time, and waited for. For work that can be cancelled.
// apart_until: the work is cancelled at its time, and left to end alone. For work that may not listen, such
// as a look-up in the DNS or a handler that waits for the store. It must therefore own what it uses.
#pragma once

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "server/async/failure.hpp"
#include "server/async/result.hpp"

namespace motcua {

using deadline_t = std::chrono::steady_clock::time_point;

// Throws system_error{errc::deadline} when the time is over, else what `op` throws. T is
// default-constructible.
template <class T>
awaitable<T> with_deadline(awaitable<T> op, deadline_t until) {
  auto here = co_await net::this_coro::executor;
  net::steady_timer timer{here, until};
  auto group = net::experimental::make_parallel_group(timer.async_wait(net::deferred),
                                                      net::co_spawn(here, std::move(op), net::deferred));
  auto [order, timed, failure, value] = co_await group.async_wait(net::experimental::wait_for_one(), use);
  if (order[0] == 0 && !timed && failure) throw boost::system::system_error{make_error_code(errc::deadline)};
  if (failure) std::rethrow_exception(failure);
  co_return std::move(value);
}

inline awaitable<void> with_deadline(awaitable<void> op, deadline_t until) {
  auto here = co_await net::this_coro::executor;
  net::steady_timer timer{here, until};
  auto group = net::experimental::make_parallel_group(timer.async_wait(net::deferred),
                                                      net::co_spawn(here, std::move(op), net::deferred));
  auto [order, timed, failure] = co_await group.async_wait(net::experimental::wait_for_one(), use);
  if (order[0] == 0 && !timed && failure) throw boost::system::system_error{make_error_code(errc::deadline)};
  if (failure) std::rethrow_exception(failure);
}

// True for the exception of a coroutine that was told to stop: no fault of anyone.
inline bool was_cancelled(std::exception_ptr failure) {
  if (!failure) return false;
  try {
    std::rethrow_exception(failure);
  } catch (const boost::system::system_error& e) {
    return e.code() == net::error::operation_aborted;
  } catch (...) {
    return false;
  }
}

// errc::deadline when the time is over or the caller is cancelled; throws what `work` throws in time. What it
// throws later is logged. T is default-constructible.
template <class T>
awaitable<result<T>> apart_until(std::function<awaitable<T>()> work, deadline_t until) {
  struct shared {
    net::steady_timer wake;
    net::cancellation_signal stop;
    std::exception_ptr failure = nullptr;
    std::optional<T> value = std::nullopt;
    bool ended = false;
    bool left = false;
    shared(net::any_io_executor on, deadline_t at) : wake{std::move(on), at} {}
  };
  auto here = co_await net::this_coro::executor;
  auto state = std::make_shared<shared>(here, until);
  auto on_end = [state](std::exception_ptr failure, T value) {
    if (state->left) {
      if (!was_cancelled(failure)) log_failure("work.late", failure);
      return;
    }
    state->failure = failure;
    state->value = std::move(value);
    state->ended = true;
    state->wake.cancel();
  };
  net::co_spawn(here, std::move(work), net::bind_cancellation_slot(state->stop.slot(), std::move(on_end)));
  if (!state->ended) co_await state->wake.async_wait(as_result);
  if (!state->ended) {
    state->left = true;
    state->stop.emit(net::cancellation_type::all);
    co_return result<T>{boost::system::in_place_error,
                        errc::deadline};  // plain would be ambiguous for an aggregate T
  }
  if (state->failure) std::rethrow_exception(state->failure);
  co_return std::move(*state->value);
}

}  // namespace motcua
