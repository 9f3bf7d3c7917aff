// A piece of work for a database thread, with the coroutine that awaits its result.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <memory>
#include <optional>

#include "server/async/log.hpp"
#include "server/async/result.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store {

class job {
 public:
  virtual ~job() = default;
  // Throws on failure; its result waits for end(). May be run again, where what it did was rolled back.
  virtual void run(connection& on) = 0;
  virtual void end(std::optional<error_code> failure) = 0;  // posts the result to whoever awaits it
};

// R run(connection&), awaited as result<R>. The handler is called on its own executor, never on a database
// thread.
// `Then` is called on the database thread with what was read or written, before the result is posted: in the
// order of the commits.
struct nothing_then {
  template <class R>
  void operator()(const R&) const noexcept {}
};

template <class R, class F, class Then, class Handler>
class typed_job final : public job {
 public:
  typed_job(F work, Then then, Handler handler)
      : work_{std::move(work)},
        then_{std::move(then)},
        handler_{std::move(handler)},
        keep_{net::get_associated_executor(handler_)} {}

  void run(connection& on) override {
    if constexpr (std::is_void_v<R>)
      work_(on);
    else
      value_ = work_(on);
  }

  void end(std::optional<error_code> failure) override {
    if constexpr (!std::is_void_v<R>)
      if (!failure) then_(*value_);
    result<R> answer = failure ? result<R>{boost::system::in_place_error, *failure} : take();
    auto where = keep_.get_executor();
    net::post(where, [h = std::move(handler_), a = std::move(answer), keep = std::move(keep_)]() mutable {
      h(std::move(a));
    });
  }

 private:
  using executor = net::associated_executor_t<Handler>;

  result<R> take() {
    if constexpr (std::is_void_v<R>)
      return result<R>{};
    else
      return result<R>{boost::system::in_place_value, std::move(*value_)};
  }

  F work_;
  Then then_;
  Handler handler_;
  net::executor_work_guard<executor> keep_;
  std::conditional_t<std::is_void_v<R>, char, std::optional<R>> value_{};
};

// Hands `work` to `submit` (bool(std::unique_ptr<job>&), false when the queue is full) and awaits its result.
template <class R, class Submit, class F, class Then = nothing_then>
awaitable<result<R>> await_job(Submit submit, F work, Then then = {}) {
  return net::async_initiate<const net::use_awaitable_t<>, void(result<R>)>(
      [](auto handler, Submit to, F f, Then after) {
        using handler_type = decltype(handler);
        std::unique_ptr<job> made = std::make_unique<typed_job<R, F, Then, handler_type>>(
            std::move(f), std::move(after), std::move(handler));
        if (!to(made)) made->end(errc::overloaded);
      },
      use, std::move(submit), std::move(work), std::move(then));
}

}  // namespace motcua::store
