// One connection's life: requests within limits, each answered by the router, until someone closes.
#pragma once

#include <atomic>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <memory>

#include "server/http/listener.hpp"

namespace motcua::http {

// What all connections of a listener share. Constant but for the count, so that every loop may use it.
struct terms {
  limits bounds;
  std::shared_ptr<const router> routes;
  std::atomic<std::size_t> streams{0};
};

// Lives on the loop of its socket: every member is called there. Whoever runs it holds a shared_ptr in the
// frame.
class connection {
 public:
  connection(net::ip::tcp::socket socket, std::shared_ptr<terms> under);

  awaitable<void> run();
  net::cancellation_slot stop_slot() { return stop_.slot(); }  // for the one who spawns run()

  void drain();  // closes when idle, else after the answer in hand; a stream ends
  void cut();    // now

 private:
  using parser = beast::http::request_parser<beast::http::string_body>;
  enum class next { keep, close };

  awaitable<bool> first_byte(std::chrono::milliseconds limit);
  awaitable<next> serve_one();
  awaitable<error_code> read_request(parser& from);
  awaitable<answer> handled(std::shared_ptr<exchange> ex);
  awaitable<next> refuse(status code);
  awaitable<next> send(answer what, const request& to);
  awaitable<void> send_stream(answer what);
  awaitable<void> watch_peer();
  awaitable<void> linger();
  net::ip::address remote_of(const request& message) const;

  beast::tcp_stream stream_;
  std::shared_ptr<terms> terms_;
  beast::flat_buffer buffer_;
  net::ip::address peer_;
  net::steady_timer leaving_;  // its wait ends when the server drains
  net::cancellation_signal stop_;
  bool idle_ = false;
  bool draining_ = false;
};

}  // namespace motcua::http
