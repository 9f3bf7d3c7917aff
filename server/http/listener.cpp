#include "server/http/listener.hpp"

#include <atomic>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>

#include "server/async/deadline.hpp"
#include "server/http/connection.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;
using tcp = net::ip::tcp;

constexpr auto accept_pause = 50ms;  // when the process has no descriptor left
constexpr auto cut_time = 1s;        // for what was cut off to end

// Never blocks: a fresh socket's send buffer holds it, or the peer gets nothing.
void turn_away(tcp::socket& socket) {
  static constexpr std::string_view canned =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
  error_code ec;
  socket.non_blocking(true, ec);
  socket.write_some(net::buffer(canned), ec);
  socket.shutdown(tcp::socket::shutdown_send, ec);
  char unread[4096];  // bytes left unread would reset the connection
  socket.read_some(net::buffer(unread), ec);
  socket.close(ec);
}

}  // namespace

// Lives on the first loop. Held by the listener and by that loop's coroutines; connections know it only
// weakly, so that the loops may be destroyed in any order.
struct listener::state : std::enable_shared_from_this<state> {
  state(std::vector<net::io_context*> on, std::shared_ptr<const router> routes, limits bounds)
      : loops{std::move(on)},
        mine{loops.at(0)->get_executor()},
        acceptor{*loops.at(0)},
        emptied{*loops.at(0)},
        shared{std::make_shared<terms>()} {
    shared->bounds = bounds;
    shared->routes = std::move(routes);
  }

  awaitable<void> accept();
  void begin(tcp::socket socket, net::io_context& on);
  void ended(const connection* which);
  void all(void (connection::*what)());
  awaitable<void> wait_until_empty(time_point until);
  awaitable<void> drain(time_point until);

  std::vector<net::io_context*> loops;
  net::any_io_executor mine;
  tcp::acceptor acceptor;
  net::steady_timer emptied;
  std::shared_ptr<terms> shared;
  struct seat {
    std::weak_ptr<connection> who;  // its own frame owns it
    net::io_context* on = nullptr;
  };
  std::map<const connection*, seat> open;
  std::atomic<std::size_t> count{0};
  bool draining = false;
};

awaitable<void> listener::state::accept() {
  net::steady_timer pause{mine};
  for (std::size_t turn = 0; acceptor.is_open(); ++turn) {
    auto& on = *loops[turn % loops.size()];
    auto [ec, socket] = co_await acceptor.async_accept(net::any_io_executor{on.get_executor()}, as_result);
    if (ec == net::error::operation_aborted) co_return;
    if (ec) {
      pause.expires_after(accept_pause);
      co_await pause.async_wait(as_result);
    } else if (draining || open.size() >= shared->bounds.connections) {
      turn_away(socket);
    } else {
      begin(std::move(socket), on);
    }
  }
}

void listener::state::begin(tcp::socket socket, net::io_context& on) {
  auto made = std::make_shared<connection>(std::move(socket), shared);
  auto& place = open[made.get()];
  place.who = made;
  place.on = &on;
  count = open.size();
  auto on_end = [which = made.get(), back = mine, us = weak_from_this()](std::exception_ptr failure) {
    if (!was_cancelled(failure)) log_failure("connection.threw", failure);
    const auto here = us.lock();
    if (!here) return;
    net::post(back, [us, which] {
      if (const auto there = us.lock()) there->ended(which);
    });
  };
  auto life = [made] { return made->run(); };
  net::co_spawn(on, std::move(life), net::bind_cancellation_slot(made->stop_slot(), std::move(on_end)));
}

void listener::state::ended(const connection* which) {
  open.erase(which);
  count = open.size();
  if (open.empty()) emptied.cancel();
}

void listener::state::all(void (connection::*what)()) {
  for (const auto& [key, place] : open) {
    net::post(*place.on, [who = place.who, what] {
      if (const auto there = who.lock()) (there.get()->*what)();
    });
  }
}

awaitable<void> listener::state::wait_until_empty(time_point until) {
  if (open.empty()) co_return;
  emptied.expires_at(until);
  co_await emptied.async_wait(as_result);
}

awaitable<void> listener::state::drain(time_point until) {
  draining = true;
  error_code ignored;
  acceptor.close(ignored);
  all(&connection::drain);
  co_await wait_until_empty(until);
  if (open.empty()) co_return;
  log::warning("listener.cut", {{"connections", open.size()}});
  all(&connection::cut);
  co_await wait_until_empty(std::chrono::steady_clock::now() + cut_time);
}

listener::listener(std::vector<net::io_context*> loops, std::shared_ptr<const router> routes, limits bounds)
    : state_{std::make_shared<state>(std::move(loops), std::move(routes), bounds)} {}

listener::~listener() {
  net::post(state_->mine, [s = state_] {
    error_code ignored;
    s->draining = true;
    s->acceptor.close(ignored);
    s->all(&connection::cut);
  });
}

result<tcp::endpoint> listener::start(const tcp::endpoint& at) {
  auto& acceptor = state_->acceptor;
  error_code ec;
  acceptor.open(at.protocol(), ec);
  if (!ec) acceptor.set_option(tcp::acceptor::reuse_address{true}, ec);
  if (!ec) acceptor.bind(at, ec);
  if (!ec) acceptor.listen(net::socket_base::max_listen_connections, ec);
  const auto bound = ec ? tcp::endpoint{} : acceptor.local_endpoint(ec);
  if (ec) {
    error_code ignored;
    acceptor.close(ignored);
    return ec;
  }
  auto accepting = [s = state_] { return s->accept(); };
  net::co_spawn(state_->mine, std::move(accepting), [](std::exception_ptr failure) {
    if (!was_cancelled(failure)) log_failure("listener.threw", failure);
  });
  return bound;
}

awaitable<void> listener::drain(time_point until) {
  auto work = [s = state_, until] { return s->drain(until); };
  co_await net::co_spawn(state_->mine, std::move(work), use);
}

std::size_t listener::open_connections() const noexcept {
  return state_->count;
}

}  // namespace motcua::http
