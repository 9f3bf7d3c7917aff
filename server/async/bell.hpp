// Wakes one waiting coroutine, at once or at a time.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>

#include "server/async/result.hpp"

namespace motcua {

// Lives on one loop; one waiter at a time. A ring while nobody waits ends the next wait at once.
class bell {
 public:
  explicit bell(net::any_io_executor on) : timer_{std::move(on)} {}

  void ring() {
    rung_ = true;
    timer_.cancel();
  }
  awaitable<void> wait_for(std::chrono::milliseconds longest) {
    if (!rung_) {
      timer_.expires_after(longest);
      co_await timer_.async_wait(as_result);
    }
    rung_ = false;
  }

 private:
  net::steady_timer timer_;
  bool rung_ = false;
};

}  // namespace motcua
