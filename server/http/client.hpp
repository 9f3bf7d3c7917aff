// Calls another HTTP server: the platforms' APIs. Keep-alive pool per origin, TLS with host name
// verification.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "server/http/exchange.hpp"

namespace motcua::http {

// "https://openapi.zalo.me", "http://127.0.0.1:9001". Plain http is accepted for loopback addresses only.
struct origin {
  bool tls = true;
  std::string host;
  std::string port;
  static result<origin> parse(std::string_view url);  // errc::bad_request for anything else, a path included
};

// "https://host/path?query" in its two parts; the target is "/" where the address has none.
struct address {
  origin at;
  std::string target;
  static result<address> parse(std::string_view url);  // errc::bad_request where origin::parse says so
};

// How a call failed, as far as it matters to who must not send twice.
enum class call_failure {
  not_sent,    // the request cannot have reached the peer: sending again is safe
  maybe_sent,  // broken or timed out after the request went out: the outcome is unknown
};

struct call_error {
  call_failure how = call_failure::maybe_sent;
  error_code code;
};

struct call_result {
  std::optional<response> answer;  // any status
  call_error error;                // where there is no answer
};

inline constexpr std::size_t usual_answer = 1024 * 1024;  // bytes of a body, at most

// Lives on one loop; every member is called from that loop. At most `connections` at a time, and a bounded
// queue. An answer with more than `largest` bytes is an error.
class client {
 public:
  client(net::io_context& loop, origin at, std::size_t connections = 8, std::size_t waiting = 1024,
         std::size_t largest = usual_answer);
  ~client();
  client(const client&) = delete;
  client& operator=(const client&) = delete;

  // Sets Host, User-Agent and Content-Length. A kept connection that turns out dead before a byte of the
  // answer came is reported as maybe_sent, unless the request is safe to repeat (`repeatable`), which is then
  // sent once more.
  awaitable<call_result> call(request message, time_point deadline, bool repeatable = false);

 private:
  struct pool;
  std::shared_ptr<pool> pool_;
};

}  // namespace motcua::http
