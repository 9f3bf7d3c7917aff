#include "server/http/client.hpp"

#include <algorithm>

#include "server/http/hygiene.hpp"
#include "server/http/pool.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

// Shorter than the idle time of the servers that are called, so that a kept connection is seldom a dead one.
constexpr auto most_idle = 30s;

bool is_target(std::string_view text) {
  return text.starts_with('/') &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c != 0x7f; });
}

call_result failed(call_failure how, error_code code) {
  call_result out;
  out.error.how = how;
  out.error.code = code;
  return out;
}

}  // namespace

client::pool::pool(net::io_context& loop, origin to, std::size_t connections, std::size_t waiting,
                   std::size_t largest)
    : at_{std::move(to)},
      largest_{largest},
      tls_{make_client_tls()},
      seats_{loop.get_executor(), connections, waiting},
      sweep_{loop} {}

awaitable<call_result> client::pool::call(request message, time_point deadline, bool repeatable) {
  if (!fit_to_send(message) || !is_target(message.target()))
    co_return failed(call_failure::not_sent, make_error_code(errc::bad_request));
  prepare(message);
  const auto seat = co_await seats_.take(deadline);
  if (!seat) co_return failed(call_failure::not_sent, seat.error());

  auto kept = take_kept();
  const bool again = kept != nullptr;
  if (kept) {
    link::asked got = co_await ask_and_keep(std::move(kept), message, deadline);
    call_result out;
    out.answer = std::move(got.answer);
    out.error.code = got.code;
    const bool once_more = repeatable && !out.answer && !got.any_byte && got.code != errc::deadline;
    if (!once_more) co_return out;
  }
  auto fresh = co_await link::open(at_, tls_, deadline);
  if (!fresh) co_return failed(again ? call_failure::maybe_sent : call_failure::not_sent, fresh.error());
  link::asked got = co_await ask_and_keep(std::move(*fresh), message, deadline);
  call_result out;
  out.answer = std::move(got.answer);
  out.error.code = got.code;
  co_return out;
}

void client::pool::prepare(request& message) const {
  const bool usual = at_.port == (at_.tls ? "443" : "80");
  const std::string host = at_.host.find(':') == std::string::npos ? at_.host : '[' + at_.host + ']';
  message.version(11);
  message.set(field::host, usual ? host : host + ':' + at_.port);
  message.set(field::user_agent, "motcua");
  message.keep_alive(true);
  message.prepare_payload();
}

awaitable<link::asked> client::pool::ask_and_keep(std::unique_ptr<link> over, const request& message,
                                                  time_point until) {
  link::asked got = co_await over->ask(message, until, largest_);
  if (got.may_be_kept) keep(std::move(over));
  co_return got;
}

std::unique_ptr<link> client::pool::take_kept() {
  drop_old();
  while (!idle_.empty()) {
    auto newest = std::move(idle_.front());
    idle_.pop_front();
    if (newest->still_quiet()) return newest;
  }
  return nullptr;
}

void client::pool::keep(std::unique_ptr<link> one) {
  one->idle_since = steady_clock::now();
  idle_.push_front(std::move(one));
  if (idle_.size() == 1) drop_old();  // sets the timer
}

void client::pool::drop_old() {
  const auto now = steady_clock::now();
  while (!idle_.empty() && now - idle_.back()->idle_since >= most_idle) idle_.pop_back();
  if (idle_.empty()) {
    sweep_.cancel();
    return;
  }
  sweep_.expires_at(idle_.back()->idle_since + most_idle);
  sweep_.async_wait([us = weak_from_this()](error_code ec) {
    const auto here = us.lock();
    if (!ec && here) here->drop_old();
  });
}

client::client(net::io_context& loop, origin at, std::size_t connections, std::size_t waiting,
               std::size_t largest)
    : pool_{std::make_shared<pool>(loop, std::move(at), connections, waiting, largest)} {}

client::~client() = default;

namespace {

// Holds the pool in its frame.
template <class Pool>
awaitable<call_result> call_over(std::shared_ptr<Pool> over, request message, time_point deadline,
                                 bool repeatable) {
  call_result out = co_await over->call(std::move(message), deadline, repeatable);
  co_return out;
}

}  // namespace

awaitable<call_result> client::call(request message, time_point deadline, bool repeatable) {
  return call_over(pool_, std::move(message), deadline, repeatable);
}

}  // namespace motcua::http
