// One connection to another server, plain or TLS.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <memory>
#include <optional>

#include "server/http/client.hpp"

namespace motcua::http {

inline constexpr std::size_t most_answer_header = 16 * 1024;  // bytes

// TLS 1.2 or newer; the peer proves its name with a certificate of the system's authorities. Throws at the
// start only.
net::ssl::context make_client_tls();

// Lives on one loop. Closing is destroying.
class link {
 public:
  struct asked {
    std::optional<response> answer;
    error_code code;        // where there is no answer
    bool any_byte = false;  // something of the answer came
    bool may_be_kept = false;
  };

  // Look-up, connection and handshake, all by `until`.
  static awaitable<result<std::unique_ptr<link>>> open(const origin& to, net::ssl::context& tls,
                                                       time_point until);

  // `largest`: bytes of the answer's body.
  awaitable<asked> ask(const request& message, time_point until, std::size_t largest);

  // False once the peer closed, or said something that nobody asked for.
  bool still_quiet();

  time_point idle_since{};

 private:
  link(const net::any_io_executor& on, net::ssl::context* tls);
  beast::tcp_stream& lowest();
  awaitable<error_code> shake_hands(const std::string& host);
  template <class Stream>
  awaitable<asked> ask_on(Stream& stream, const request& message, time_point until, std::size_t largest);

  std::optional<beast::tcp_stream> plain_;
  std::optional<beast::ssl_stream<beast::tcp_stream>> tls_;
  beast::flat_buffer buffer_{2 * most_answer_header};
};

}  // namespace motcua::http
