// A platform that takes `--delay` milliseconds for every answer and notes when each citizen was first written
// to. Prints its port; when its input ends, the moments as JSON: {"<citizen>": microseconds since 1970, ...}.
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "server/async/result.hpp"

namespace motcua::bench {
namespace {

namespace http = boost::beast::http;
using nlohmann::json;
using tcp = net::ip::tcp;

class platform {
 public:
  explicit platform(std::chrono::milliseconds delay) : delay_{delay} {
    net::co_spawn(loop_, accept_all(), net::detached);
  }
  unsigned short port() const { return door_.local_endpoint().port(); }
  void run() { loop_.run(); }
  void stop() { loop_.stop(); }
  const json& first_calls() const { return first_; }

 private:
  awaitable<void> accept_all() {
    for (;;) {
      auto [ec, socket] = co_await door_.async_accept(as_result);
      if (ec) co_return;
      net::co_spawn(loop_, answer_all(std::move(socket)), net::detached);  // ends with the program
    }
  }

  awaitable<void> answer_all(tcp::socket socket) {
    boost::beast::flat_buffer buffer;
    net::steady_timer pause{loop_};
    for (;;) {
      http::request<http::string_body> asked;
      auto [unread, n] = co_await http::async_read(socket, buffer, asked, as_result);
      if (unread) co_return;
      const auto who = note(asked.body());
      pause.expires_after(delay_);
      co_await pause.async_wait(use);
      http::response<http::string_body> said{http::status::ok, asked.version(),
                                             json{{"recipient_id", who}, {"message_id", next_id()}}.dump()};
      said.set(http::field::content_type, "application/json");
      said.keep_alive(asked.keep_alive());
      said.prepare_payload();
      auto [unsent, m] = co_await http::async_write(socket, said, as_result);
      if (unsent) co_return;
    }
  }

  std::string note(const std::string& body) {
    const auto call = json::parse(body, nullptr, false);
    if (!call.is_object()) return {};
    auto who = call.value("/recipient/id"_json_pointer, std::string{});
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    if (call.contains("message") && !first_.contains(who))
      first_[who] = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    return who;
  }

  std::string next_id() { return "m_sent-" + std::to_string(++sent_); }

  const std::chrono::milliseconds delay_;
  net::io_context loop_{1};
  tcp::acceptor door_{loop_, {net::ip::address_v4::loopback(), 0}};
  json first_ = json::object();
  std::size_t sent_ = 0;
};

int run(int count, char** arguments) {
  int delay = 50;
  CLI::App app{"A platform that answers slowly."};
  app.add_option("--delay", delay, "milliseconds")->capture_default_str();
  CLI11_PARSE(app, count, arguments);
  platform slow{std::chrono::milliseconds{delay}};
  std::cout << slow.port() << std::endl;
  std::jthread serving{[&] { slow.run(); }};
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  slow.stop();
  serving.join();
  std::cout << slow.first_calls() << std::endl;
  return 0;
}

}  // namespace
}  // namespace motcua::bench

int main(int count, char** arguments) {
  return motcua::bench::run(count, arguments);
}
