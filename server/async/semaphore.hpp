// So many at a time; the others wait in a bounded queue.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <list>
#include <memory>

#include "server/async/deadline.hpp"

namespace motcua {

// Lives on one loop, and outlives its places.
class semaphore {
 public:
  semaphore(net::any_io_executor on, std::size_t places, std::size_t most_waiting)
      : on_{std::move(on)}, free_{places}, most_waiting_{most_waiting} {}
  semaphore(const semaphore&) = delete;
  semaphore& operator=(const semaphore&) = delete;

  struct release {
    void operator()(semaphore* of) const noexcept { of->give_back(); }
  };
  using place = std::unique_ptr<semaphore, release>;

  // errc::overloaded: the queue is full. errc::deadline: no place came free in time, or the caller was
  // cancelled.
  awaitable<result<place>> take(deadline_t until) {
    if (free_ > 0) {
      --free_;
      co_return place{this};
    }
    if (queue_.size() >= most_waiting_) co_return make_error_code(errc::overloaded);
    waiter me{*this, until};
    co_await me.wake.async_wait(as_result);
    if (!me.given) co_return make_error_code(errc::deadline);
    co_return place{this};
  }

 private:
  // Leaves the queue by itself, so that a coroutine destroyed while it waits leaves no pointer behind.
  struct waiter {
    semaphore& of;
    net::steady_timer wake;
    std::list<waiter*>::iterator at;
    bool given = false;
    waiter(semaphore& owner, deadline_t until)
        : of{owner}, wake{owner.on_, until}, at{owner.queue_.insert(owner.queue_.end(), this)} {}
    waiter(const waiter&) = delete;
    waiter& operator=(const waiter&) = delete;
    ~waiter() {
      if (!given) of.queue_.erase(at);
    }
  };

  void give_back() noexcept {
    if (queue_.empty()) {
      ++free_;
      return;
    }
    waiter* next = queue_.front();
    queue_.pop_front();
    next->given = true;
    next->wake.cancel();
  }

  net::any_io_executor on_;
  std::size_t free_;
  std::size_t most_waiting_;
  std::list<waiter*> queue_;
};

}  // namespace motcua
