// A piece of work for a database thread, with the coroutine that awaits its result.
#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <memory>
#include <optional>

#include "server/async/log.hpp"
#include "server/async/result.hpp"

namespace motcua::store {

class job {
 public:
  virtual ~job() = default;
  virtual void run(SQLite::Database& db) = 0;               // throws on failure; its result waits for end()
  virtual void end(std::optional<error_code> failure) = 0;  // posts the result to whoever awaits it
};

// R run(Database&), awaited as result<R>. The handler is called on its own executor, never on a database
// thread.
template <class R, class F, class Handler>
class typed_job final : public job {
 public:
  typed_job(F work, Handler handler)
      : work_{std::move(work)}, handler_{std::move(handler)}, keep_{net::get_associated_executor(handler_)} {}

  void run(SQLite::Database& db) override {
    if constexpr (std::is_void_v<R>)
      work_(db);
    else
      value_ = work_(db);
  }

  void end(std::optional<error_code> failure) override {
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
  Handler handler_;
  net::executor_work_guard<executor> keep_;
  std::conditional_t<std::is_void_v<R>, char, std::optional<R>> value_{};
};

// Hands `work` to `submit` (bool(std::unique_ptr<job>&), false when the queue is full) and awaits its result.
template <class R, class Submit, class F>
awaitable<result<R>> await_job(Submit submit, F work) {
  return net::async_initiate<const net::use_awaitable_t<>, void(result<R>)>(
      [](auto handler, Submit to, F f) {
        using handler_type = decltype(handler);
        std::unique_ptr<job> made =
            std::make_unique<typed_job<R, F, handler_type>>(std::move(f), std::move(handler));
        if (!to(made)) made->end(errc::overloaded);
      },
      use, std::move(submit), std::move(work));
}

}  // namespace motcua::store
