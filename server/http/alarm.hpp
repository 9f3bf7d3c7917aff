// Stops what a stream is doing at a time, but leaves it open, so that it can still say why. (A tcp_stream's
// own expiry closes the socket.)
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <memory>

#include "server/async/result.hpp"

namespace motcua::http {

// Lives on the stream's loop, no longer than the stream.
class alarm {
 public:
  alarm(boost::beast::tcp_stream& of, std::chrono::milliseconds after)
      : timer_{of.get_executor(), after}, state_{std::make_shared<state>(&of)} {
    timer_.async_wait([rings = state_](error_code ec) {
      if (ec || !rings->stream) return;
      rings->rang = true;
      rings->stream->cancel();
    });
  }
  ~alarm() { state_->stream = nullptr; }
  alarm(const alarm&) = delete;
  alarm& operator=(const alarm&) = delete;

  bool rang() const noexcept { return state_->rang; }

 private:
  struct state {
    boost::beast::tcp_stream* stream;
    bool rang = false;
    explicit state(boost::beast::tcp_stream* of) : stream{of} {}
  };
  net::steady_timer timer_;
  std::shared_ptr<state> state_;
};

}  // namespace motcua::http
