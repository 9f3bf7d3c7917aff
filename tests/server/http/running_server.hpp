// A listener on a free port of 127.0.0.1, with two loops in threads of their own.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include "server/http/listener.hpp"

namespace motcua::http {

// Bounded wait for something that another thread brings about.
bool comes_true(const std::function<bool()>& what);

class running_server {
 public:
  running_server(router routes, limits bounds);
  ~running_server();

  std::uint16_t port() const { return port_; }
  listener& http() { return *listener_; }
  std::future<void> drain(std::chrono::milliseconds grace);

 private:
  struct loop {
    net::io_context context{1};
    net::executor_work_guard<net::io_context::executor_type> busy = net::make_work_guard(context);
    std::thread thread;
  };
  std::vector<std::unique_ptr<loop>> loops_;
  std::unique_ptr<listener> listener_;
  std::uint16_t port_ = 0;
};

// Runs one coroutine on a loop of its own to its end, at most ten seconds.
template <class T>
T run(net::io_context& on, awaitable<T> what);

// Routes that the tests share: GET /hello, /remote, /header, /throws, /params/{one}/{rest*}, and POST /echo.
router usual_routes();

}  // namespace motcua::http

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <stdexcept>

template <class T>
T motcua::http::run(net::io_context& on, awaitable<T> what) {
  using namespace std::chrono_literals;
  auto done = net::co_spawn(on, std::move(what), net::use_future);
  on.restart();
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (done.wait_for(0s) != std::future_status::ready)
    if (on.run_one_until(limit) == 0) throw std::runtime_error{"did not end in time"};
  return done.get();
}
