// Where a test holds a coroutine up: it waits there from `hold` until release().
#pragma once

#include <boost/asio/steady_timer.hpp>

#include "server/async/result.hpp"

namespace motcua::pipeline {

class turnstile {
 public:
  explicit turnstile(net::any_io_executor loop) : timer_{std::move(loop)} {}

  void hold() { closed_ = true; }
  void release() {
    closed_ = false;
    timer_.cancel();
  }
  bool somebody_waits() const noexcept { return waiting_; }

  awaitable<void> pass() {
    if (!closed_) co_return;
    waiting_ = true;
    timer_.expires_at(net::steady_timer::time_point::max());
    co_await timer_.async_wait(as_result);
    waiting_ = false;
  }

 private:
  net::steady_timer timer_;
  bool closed_ = false;
  bool waiting_ = false;
};

}  // namespace motcua::pipeline
