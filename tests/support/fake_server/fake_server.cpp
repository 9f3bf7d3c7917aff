#include "tests/support/fake_server/fake_server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <iostream>
#include <thread>

namespace motcua::fakes {
namespace {

namespace net = boost::asio;
using net::ip::tcp;
constexpr auto as_result = net::as_tuple(net::use_awaitable);

void complain(std::exception_ptr failure) {
  try {
    if (failure) std::rethrow_exception(failure);
  } catch (const std::exception& e) {
    std::cerr << "fake_server: " << e.what() << '\n';
  }
}

}  // namespace

struct fake_server::state {
  state(take what, unsigned short at)
      : how{std::move(what)}, acceptor{loop, {net::ip::address_v4::loopback(), at}} {
    const auto accepting = [this] { return accept(); };
    net::co_spawn(loop, accepting, complain);
    thread = std::thread{[this] { loop.run(); }};
  }
  ~state() {
    loop.stop();
    thread.join();
  }
  state(const state&) = delete;
  state& operator=(const state&) = delete;

  net::awaitable<void> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept(as_result);
      if (error) continue;
      const auto serving = [this, s = std::make_shared<tcp::socket>(std::move(socket))] { return serve(s); };
      net::co_spawn(loop, serving, complain);
    }
  }

  net::awaitable<void> serve(std::shared_ptr<tcp::socket> socket) {
    for (boost::beast::flat_buffer buffer;;) {
      http::request_parser<http::string_body> parser;
      const auto [failed, read] = co_await http::async_read(*socket, buffer, parser, as_result);
      if (failed) co_return;
      const auto request = parser.release();
      const auto result = how(request);
      if (result.next == what_happens::then::close) co_return;
      if (result.next == what_happens::then::stall) {
        net::steady_timer never{loop, std::chrono::minutes{10}};
        co_await never.async_wait(as_result);
        co_return;
      }
      http::response<http::string_body> answer{result.status, 11, result.body};
      answer.set(http::field::content_type, result.content_type);
      for (const auto& [name, value] : result.headers) answer.set(name, value);
      answer.keep_alive(request.keep_alive());
      answer.prepare_payload();
      const auto [lost, written] = co_await http::async_write(*socket, answer, as_result);
      if (lost || !request.keep_alive()) co_return;
    }
  }

  take how;
  net::io_context loop{1};
  tcp::acceptor acceptor;
  unsigned short port = acceptor.local_endpoint().port();
  std::thread thread;
};

fake_server::fake_server(take how, unsigned short port)
    : state_{std::make_unique<state>(std::move(how), port)} {}
fake_server::~fake_server() = default;

std::string fake_server::origin() const {
  return "http://127.0.0.1:" + std::to_string(state_->port);
}

}  // namespace motcua::fakes
