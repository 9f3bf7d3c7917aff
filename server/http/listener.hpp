// Accepts connections, reads requests within limits, gives them to a router, and drains.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

#include "server/http/router.hpp"

namespace motcua::http {

struct limits {
  std::size_t header_bytes = 8 * 1024;
  std::size_t body_bytes = 1024 * 1024;  // 413 above
  std::size_t connections = 1024;        // above: a canned 503 with Retry-After
  std::size_t streams = 512;             // open event streams; above: 503
  std::chrono::milliseconds header_time{
      10'000};  // from the first byte to the end of the header (slow-loris): 408
  std::chrono::milliseconds body_time{20'000};
  std::chrono::milliseconds idle_time{60'000};    // between requests of a kept connection
  std::chrono::milliseconds answer_time{30'000};  // for a handler; then 503
  std::chrono::milliseconds write_time{20'000};
  bool behind_proxy = false;  // take the client's address from X-Forwarded-For
};

// Owned by the application. start() and drain() are called from any thread; connections live on the given
// loops, one loop each, so that no connection needs a lock.
class listener {
 public:
  listener(std::vector<net::io_context*> loops, std::shared_ptr<const router> routes, limits bounds);
  ~listener();
  listener(const listener&) = delete;
  listener& operator=(const listener&) = delete;

  // Binds and begins to accept. An address in use, or a port without the right to it, is an error code.
  result<net::ip::tcp::endpoint> start(
      const net::ip::tcp::endpoint& at);  // port 0 picks one: the answer tells it

  // Stops accepting, closes idle connections, lets busy ones finish their request; at `until` cuts off the
  // rest.
  awaitable<void> drain(time_point until);

  std::size_t open_connections() const noexcept;

 private:
  struct state;
  std::shared_ptr<state> state_;
};

}  // namespace motcua::http
