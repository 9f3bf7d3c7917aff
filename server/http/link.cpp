#include "server/http/link.hpp"

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "server/async/resolve.hpp"

namespace motcua::http {
namespace {

constexpr int most_interim = 4;  // 1xx answers before the real one

error_code plain_code(error_code ec) {
  if (ec == beast::error::timeout) return make_error_code(errc::deadline);
  if (ec.category() == make_error_code(beast::http::error::end_of_stream).category())
    return make_error_code(errc::upstream);
  return ec;
}

bool is_address(const std::string& host) {
  error_code ec;
  net::ip::make_address(host, ec);
  return !ec;
}

}  // namespace

net::ssl::context make_client_tls() {
  net::ssl::context tls{net::ssl::context::tls_client};
  if (SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION) != 1)
    throw std::runtime_error{"OpenSSL refuses TLS 1.2"};
  tls.set_default_verify_paths();
  tls.set_verify_mode(net::ssl::verify_peer);
  return tls;
}

link::link(const net::any_io_executor& on, net::ssl::context* tls) {
  if (tls)
    tls_.emplace(on, *tls);
  else
    plain_.emplace(on);
}

beast::tcp_stream& link::lowest() {
  return plain_ ? *plain_ : beast::get_lowest_layer(*tls_);
}

awaitable<result<std::unique_ptr<link>>> link::open(const origin& to, net::ssl::context& tls,
                                                    time_point until) {
  auto here = co_await net::this_coro::executor;
  auto places = co_await resolve(to.host, to.port, until);
  if (!places) co_return places.error();
  std::unique_ptr<link> made{new link{here, to.tls ? &tls : nullptr}};  // the constructor is private
  made->lowest().expires_at(until);
  auto [ec, endpoint] = co_await made->lowest().async_connect(*places, as_result);
  if (ec) co_return plain_code(ec);
  error_code ignored;
  made->lowest().socket().set_option(net::ip::tcp::no_delay{true}, ignored);
  if (to.tls) {
    const error_code bad = co_await made->shake_hands(to.host);
    if (bad) co_return plain_code(bad);
  }
  made->lowest().expires_never();
  co_return std::move(made);
}

awaitable<error_code> link::shake_hands(const std::string& host) {
  // A server name is a name, never an address (RFC 6066 3).
  if (!is_address(host) && SSL_set_tlsext_host_name(tls_->native_handle(), host.c_str()) != 1)
    co_return make_error_code(errc::bad_request);
  tls_->set_verify_callback(net::ssl::host_name_verification{host});
  auto [ec] = co_await tls_->async_handshake(net::ssl::stream_base::client, as_result);
  co_return ec;
}

awaitable<link::asked> link::ask(const request& message, time_point until, std::size_t largest) {
  if (plain_) {
    asked out = co_await ask_on(*plain_, message, until, largest);
    co_return out;
  }
  asked out = co_await ask_on(*tls_, message, until, largest);
  co_return out;
}

template <class Stream>
awaitable<link::asked> link::ask_on(Stream& stream, const request& message, time_point until,
                                    std::size_t largest) {
  asked out;
  lowest().expires_at(until);
  auto [failed, sent] = co_await beast::http::async_write(stream, message, as_result);
  if (failed) {
    out.code = plain_code(failed);
    co_return out;
  }
  for (int interim = 0; interim <= most_interim; ++interim) {
    beast::http::response_parser<beast::http::string_body> from;
    from.header_limit(most_answer_header);
    from.body_limit(largest);
    from.skip(message.method() == verb::head);
    auto [ec, n] = co_await beast::http::async_read(stream, buffer_, from, as_result);
    out.any_byte = out.any_byte || from.got_some() || buffer_.size() > 0;
    out.code = plain_code(ec);
    if (ec) co_return out;
    if (from.get().result_int() / 100 == 1) continue;  // by number: Beast does not know all of them by name
    out.may_be_kept = from.keep_alive() && buffer_.size() == 0;
    out.answer = from.release();
    lowest().expires_never();
    co_return out;
  }
  out.code = make_error_code(errc::upstream);
  co_return out;
}

bool link::still_quiet() {
  auto& socket = lowest().socket();
  error_code ec;
  socket.non_blocking(true, ec);
  char one;
  socket.receive(net::buffer(&one, 1), net::socket_base::message_peek, ec);
  return ec == net::error::would_block || ec == net::error::try_again;
}

}  // namespace motcua::http
