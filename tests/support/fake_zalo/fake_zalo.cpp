#include "tests/support/fake_zalo/fake_zalo.hpp"

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

#include "tests/support/fake_zalo/platform.hpp"

namespace motcua::fakes {
namespace {

namespace net = boost::asio;
using net::ip::tcp;
constexpr auto as_result = net::as_tuple(net::use_awaitable);

void complain(std::exception_ptr failure) {
  try {
    if (failure) std::rethrow_exception(failure);
  } catch (const std::exception& e) {
    std::cerr << "fake_zalo: " << e.what() << '\n';
  }
}

}  // namespace

class fake_zalo::server {
 public:
  server(platform& behind, unsigned short port)
      : platform_{behind}, acceptor_{loop_, tcp::endpoint{net::ip::address_v4::loopback(), port}} {
    net::co_spawn(
        loop_, [this] { return accept(); }, complain);
    thread_ = std::thread{[this] { loop_.run(); }};
  }
  ~server() {
    loop_.stop();
    thread_.join();
  }
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  unsigned short port() const { return port_; }

 private:
  net::awaitable<void> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor_.async_accept(as_result);
      if (error) continue;
      net::co_spawn(
          loop_, [this, s = std::make_shared<tcp::socket>(std::move(socket))] { return serve(s); }, complain);
    }
  }

  net::awaitable<void> serve(std::shared_ptr<tcp::socket> socket) {
    for (boost::beast::flat_buffer buffer;;) {
      http::request_parser<http::string_body> parser;
      const auto [failed, read] = co_await http::async_read(*socket, buffer, parser, as_result);
      if (failed) co_return;
      const auto request = parser.release();
      const auto result = platform_.take(request);
      if (result.next == what_happens::then::close) co_return;
      if (result.next == what_happens::then::stall) {
        net::steady_timer never{loop_, std::chrono::minutes{10}};
        co_await never.async_wait(as_result);
        co_return;
      }
      http::response<http::string_body> answer{result.status, 11, result.body};
      answer.set(http::field::content_type, result.content_type);
      answer.keep_alive(request.keep_alive());
      answer.prepare_payload();
      const auto [lost, written] = co_await http::async_write(*socket, answer, as_result);
      if (lost || !request.keep_alive()) co_return;
    }
  }

  platform& platform_;
  net::io_context loop_{1};
  tcp::acceptor acceptor_;
  unsigned short port_ = acceptor_.local_endpoint().port();
  std::thread thread_;
};

fake_zalo::fake_zalo(zalo_grant grant, unsigned short port)
    : platform_{std::make_unique<platform>(std::move(grant))},
      server_{std::make_unique<server>(*platform_, port)} {}

fake_zalo::~fake_zalo() = default;

std::string fake_zalo::origin() const {
  return "http://127.0.0.1:" + std::to_string(server_->port());
}

void fake_zalo::next_sends(trouble met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->send_troubles_.push_back(met);
}

void fake_zalo::next_refreshes(trouble met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->refresh_troubles_.push_back(met);
}

void fake_zalo::refuse_buttons(bool refuse) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->refuse_buttons_ = refuse;
}

void fake_zalo::expire_access_token() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->expired_ = true;
}

void fake_zalo::forget_refresh_token() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->grant_.refresh_token = "used by somebody else";
}

std::vector<zalo_message> fake_zalo::messages() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->messages_;
}

int fake_zalo::sends() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->sends_;
}

int fake_zalo::refreshes() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->refreshes_;
}

zalo_grant fake_zalo::grant() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->grant_;
}

bool fake_zalo::wait_for_messages(std::size_t count, std::chrono::milliseconds longest) const {
  std::unique_lock hold{platform_->mutex_};
  return platform_->accepted_.wait_for(hold, longest, [&] { return platform_->messages_.size() >= count; });
}

void fake_zalo::on_message(std::function<void(const zalo_message&)> heard) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->heard_ = std::move(heard);
}

}  // namespace motcua::fakes
