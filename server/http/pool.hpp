// A client's connections to its origin: so many at a time, kept while they are young.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <list>

#include "server/async/semaphore.hpp"
#include "server/http/link.hpp"

namespace motcua::http {

// Lives on one loop. Calls hold it, so that a client may be destroyed while they end.
struct client::pool : std::enable_shared_from_this<pool> {
  pool(net::io_context& loop, origin to, std::size_t connections, std::size_t waiting, std::size_t largest);

  awaitable<call_result> call(request message, time_point deadline, bool repeatable);

 private:
  void prepare(request& message) const;
  awaitable<link::asked> ask_and_keep(std::unique_ptr<link> over, const request& message, time_point until);
  std::unique_ptr<link> take_kept();
  void keep(std::unique_ptr<link> one);
  void drop_old();

  origin at_;
  std::size_t largest_;
  net::ssl::context tls_;
  semaphore seats_;
  std::list<std::unique_ptr<link>> idle_;  // newest first
  net::steady_timer sweep_;
};

}  // namespace motcua::http
