#include "server/http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "server/async/deadline.hpp"
#include "server/http/alarm.hpp"
#include "server/http/chunks.hpp"
#include "server/http/hygiene.hpp"
#include "server/http/target.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;

// Bounds a chunk's header line too: nothing else does.
constexpr std::size_t beyond_header = 8 * 1024;
constexpr auto linger_time = 1s;

status status_of(error_code ec) {
  using beast::http::error;
  if (ec == errc::deadline) return status::request_timeout;
  if (ec == error::body_limit) return status::payload_too_large;
  if (ec == error::header_limit || ec == error::buffer_overflow)
    return status::request_header_fields_too_large;
  return status::bad_request;
}

// The peer's mistakes are answered; a connection that is gone is not.
bool worth_an_answer(error_code ec) {
  if (ec == errc::deadline) return true;
  return ec.category() == beast::http::make_error_code(beast::http::error::bad_method).category() &&
         ec != beast::http::error::end_of_stream && ec != beast::http::error::partial_message;
}

bool has_no_body(status code) {
  return code == status::no_content || code == status::not_modified ||
         to_status_class(code) == beast::http::status_class::informational;
}

template <class Parser>
auto fields_of(const Parser& from) {
  return std::distance(from.get().begin(), from.get().end());
}

void settle_length(response& message, bool head) {
  if (has_no_body(message.result())) {
    message.body().clear();
    message.erase(field::content_length);
  } else if (!head) {
    message.prepare_payload();
  } else if (!message.body().empty()) {
    message.content_length(message.body().size());
    message.body().clear();
  }
}

answer try_later() {
  answer out = text_answer(status::service_unavailable, "try again later\n");
  out.message.set(field::retry_after, "5");
  return out;
}

// One of the places that event streams may take, where there is one.
class stream_seat {
 public:
  explicit stream_seat(terms& of) : of_{of}, taken_{of.streams.fetch_add(1) < of.bounds.streams} {}
  ~stream_seat() { of_.streams.fetch_sub(1); }
  stream_seat(const stream_seat&) = delete;
  stream_seat& operator=(const stream_seat&) = delete;
  bool taken() const noexcept { return taken_; }

 private:
  terms& of_;
  bool taken_;
};

}  // namespace

connection::connection(net::ip::tcp::socket socket, std::shared_ptr<terms> under)
    : stream_{std::move(socket)},
      terms_{std::move(under)},
      buffer_{terms_->bounds.header_bytes + beyond_header},
      leaving_{stream_.get_executor(), net::steady_timer::time_point::max()} {
  error_code ec;
  const auto endpoint = stream_.socket().remote_endpoint(ec);
  if (!ec) peer_ = plain_address(endpoint.address());
  stream_.socket().set_option(net::ip::tcp::no_delay{true}, ec);
}

awaitable<void> connection::run() {
  // A fresh connection has something to say; only one that was served before may rest.
  auto patience = terms_->bounds.header_time;
  while (!draining_) {
    if (buffer_.size() == 0 && !co_await first_byte(patience)) break;
    patience = terms_->bounds.idle_time;
    const next then = co_await serve_one();
    if (then == next::keep) continue;
    co_await linger();
    break;
  }
  stream_.close();
}

awaitable<bool> connection::first_byte(std::chrono::milliseconds limit) {
  // Waits without a buffer: thousands of connections rest most of the time.
  idle_ = true;
  buffer_.shrink_to_fit();
  const alarm late{stream_, limit};
  auto [ec] = co_await stream_.socket().async_wait(net::ip::tcp::socket::wait_read, as_result);
  idle_ = false;
  co_return !ec && !late.rang() && stream_.socket().is_open();
}

awaitable<connection::next> connection::serve_one() {
  parser from;
  const error_code ec = co_await read_request(from);
  if (ec && !worth_an_answer(ec)) co_return next::close;
  if (ec) {
    const next then = co_await refuse(status_of(ec));
    co_return then;
  }
  const auto bad = objection(from.get(), from.get().version());
  if (bad) {
    const next then = co_await refuse(*bad);
    co_return then;
  }
  auto ex = std::make_shared<exchange>();
  auto at = parse_target(from.get().target());
  if (!at) {
    const next then = co_await refuse(status::bad_request);
    co_return then;
  }
  ex->message = from.release();
  ex->path = std::move(at->path);
  ex->query = std::move(at->query);
  ex->remote = remote_of(ex->message);
  ex->deadline = std::chrono::steady_clock::now() + terms_->bounds.answer_time;
  // A handler may take the body out; what the sending needs of the request is kept apart.
  request head;
  head.method(ex->message.method());
  head.version(ex->message.version());
  head.keep_alive(ex->message.keep_alive());
  answer out = co_await handled(std::move(ex));
  const next then = co_await send(std::move(out), head);
  co_return then;
}

awaitable<error_code> connection::read_request(parser& from) {
  from.header_limit(static_cast<std::uint32_t>(terms_->bounds.header_bytes));
  from.body_limit(terms_->bounds.body_bytes);
  {
    const alarm late{stream_, terms_->bounds.header_time};
    auto [ec, n] = co_await beast::http::async_read_header(stream_, buffer_, from, as_result);
    if (late.rang()) co_return make_error_code(errc::deadline);
    if (ec) co_return ec;
  }
  // Before the body is waited for; the caller asks again, and answers.
  if (objection(from.get(), from.get().version())) co_return error_code{};
  const auto fields = fields_of(from);
  const alarm late{stream_, terms_->bounds.body_time};
  if (from.get().count(field::expect) > 0 && from.get().version() == 11 && !from.is_done()) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    auto [ec, n] = co_await net::async_write(stream_, net::buffer(go_on), as_result);
    if (ec) co_return ec;
  }
  auto [ec, n] = co_await beast::http::async_read(stream_, buffer_, from, as_result);
  if (late.rang()) co_return make_error_code(errc::deadline);
  if (ec == beast::http::error::buffer_overflow) co_return beast::http::error::bad_chunk;
  // Beast puts a trailer among the header's fields, where nobody could tell a forged X-Forwarded-For from a
  // real one.
  if (!ec && fields_of(from) != fields) co_return beast::http::error::bad_field;
  co_return ec;
}

awaitable<answer> connection::handled(std::shared_ptr<exchange> ex) {
  const auto until = ex->deadline;
  std::function<awaitable<answer>()> work = [ex, routes = terms_->routes]() -> awaitable<answer> {
    answer out = co_await routes->dispatch(*ex);
    co_return out;
  };
  auto out = co_await apart_until<answer>(std::move(work), until);
  if (out) co_return std::move(*out);
  if (!stream_.socket().is_open()) co_return answer{};  // cut off
  log::warning("answer.late");
  co_return try_later();
}

awaitable<connection::next> connection::refuse(status code) {
  request head;
  head.version(11);
  head.keep_alive(false);
  const auto reason = beast::http::obsolete_reason(code);
  answer out = text_answer(code, std::string{reason} + "\n");
  const next then = co_await send(std::move(out), head);
  co_return then;
}

awaitable<connection::next> connection::send(answer what, const request& to) {
  if (!fit_to_send(what.message)) {
    log::error("answer.unfit");
    what = text_answer(status::internal_server_error, "internal error\n");
  }
  std::optional<stream_seat> seat;
  if (what.stream) {
    seat.emplace(*terms_);
    if (!seat->taken()) what = try_later();
  }
  auto& message = what.message;
  message.version(to.version());
  if (what.stream) {
    co_await send_stream(std::move(what));
    co_return next::close;
  }
  const bool keep = to.keep_alive() && !draining_ && message.keep_alive();
  message.keep_alive(keep);
  settle_length(message, to.method() == verb::head);
  stream_.expires_after(terms_->bounds.write_time);
  auto [ec, n] = co_await beast::http::async_write(stream_, message, as_result);
  stream_.expires_never();
  co_return keep && !ec ? next::keep : next::close;
}

awaitable<void> connection::send_stream(answer what) {
  const bool chunked = what.message.version() == 11;
  what.message.keep_alive(false);
  what.message.chunked(chunked);
  what.message.body().clear();
  beast::http::response_serializer<beast::http::string_body> header{what.message};
  stream_.expires_after(terms_->bounds.write_time);
  auto [ec, n] = co_await beast::http::async_write_header(stream_, header, as_result);
  if (ec || draining_) co_return;

  stream_.expires_never();
  chunk_writer to{stream_, chunked, terms_->bounds.write_time};
  auto here = stream_.get_executor();
  auto pieces = what.stream(to);
  auto watch = watch_peer();
  auto group = net::experimental::make_parallel_group(net::co_spawn(here, std::move(pieces), net::deferred),
                                                      net::co_spawn(here, std::move(watch), net::deferred),
                                                      leaving_.async_wait(net::deferred));
  auto [order, failure, unwatched, left] = co_await group.async_wait(net::experimental::wait_for_one(), use);
  if (!was_cancelled(failure)) log_failure("stream.threw", failure);
  // Without its last chunk the peer can tell that the body is not whole.
  const bool whole = order[0] != 1 && (!failure || was_cancelled(failure));
  if (whole) co_await to.finish();
}

// Ends when the peer closes. What it says meanwhile is of no use: the connection ends with the stream.
awaitable<void> connection::watch_peer() {
  std::array<char, 256> scratch;
  for (;;) {
    auto [ec, n] = co_await stream_.socket().async_read_some(net::buffer(scratch), as_result);
    if (ec) co_return;
  }
}

// Closing while bytes of the peer are unread resets the connection, and the answer may be lost on the way. So
// they are read and dropped, for a while.
awaitable<void> connection::linger() {
  error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  buffer_.clear();
  const alarm late{stream_, linger_time};
  while (!late.rang()) {
    auto [ec, n] = co_await stream_.async_read_some(buffer_.prepare(beyond_header), as_result);
    if (ec) co_return;
  }
}

net::ip::address connection::remote_of(const request& message) const {
  if (!terms_->bounds.behind_proxy || !peer_.is_loopback()) return peer_;
  return forwarded_for(message).value_or(peer_);
}

void connection::drain() {
  draining_ = true;
  leaving_.cancel();
  if (idle_) stream_.cancel();
}

void connection::cut() {
  draining_ = true;
  stream_.close();
  stop_.emit(net::cancellation_type::all);
}

}  // namespace motcua::http
