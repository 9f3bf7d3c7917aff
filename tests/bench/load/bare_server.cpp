// The floor of HTTP: a Beast server that reads a request and answers 200, and does nothing else. Prints its
// port; ends when its input does.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

#include "server/async/result.hpp"

namespace motcua::bench {
namespace {

namespace http = boost::beast::http;
using tcp = net::ip::tcp;

awaitable<void> answer_all(tcp::socket socket) {
  boost::beast::flat_buffer buffer;
  for (;;) {
    http::request<http::string_body> asked;
    auto [unread, n] = co_await http::async_read(socket, buffer, asked, as_result);
    if (unread) co_return;
    http::response<http::string_body> said{http::status::ok, asked.version(), "EVENT_RECEIVED"};
    said.keep_alive(asked.keep_alive());
    said.prepare_payload();
    auto [unsent, m] = co_await http::async_write(socket, said, as_result);
    if (unsent) co_return;
  }
}

awaitable<void> accept_all(tcp::acceptor& door, std::vector<net::io_context*> loops) {
  for (std::size_t turn = 0;; ++turn) {
    auto& on = *loops[turn % loops.size()];
    auto [ec, socket] = co_await door.async_accept(net::any_io_executor{on.get_executor()}, as_result);
    if (ec) co_return;
    socket.set_option(tcp::no_delay{true});
    net::co_spawn(on, answer_all(std::move(socket)), net::detached);  // ends with the program
  }
}

int run() {
  std::vector<std::unique_ptr<net::io_context>> all;
  std::vector<net::io_context*> loops;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i) {
    all.push_back(std::make_unique<net::io_context>(1));
    loops.push_back(all.back().get());
  }
  tcp::acceptor door{*loops.front(), {net::ip::address_v4::loopback(), 0}};
  net::co_spawn(*loops.front(), accept_all(door, loops), net::detached);
  std::cout << door.local_endpoint().port() << std::endl;
  std::vector<std::jthread> threads;
  std::vector<net::executor_work_guard<net::io_context::executor_type>> guards;
  for (auto* loop : loops) {
    guards.push_back(net::make_work_guard(*loop));
    threads.emplace_back([loop] { loop->run(); });
  }
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  for (auto* loop : loops) loop->stop();
  return 0;
}

}  // namespace
}  // namespace motcua::bench

int main() {
  return motcua::bench::run();
}
