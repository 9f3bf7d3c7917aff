// One HTTP request and its answer, as handlers see them.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/async/result.hpp"

namespace motcua::http {

namespace beast = boost::beast;
using beast::http::field;
using beast::http::status;
using beast::http::verb;
using time_point = std::chrono::steady_clock::time_point;

using request = beast::http::request<beast::http::string_body>;
using response = beast::http::response<beast::http::string_body>;

struct exchange {
  request message;                            // body as the bytes that arrived
  std::string path;                           // percent-decoded, without the query
  std::map<std::string, std::string> query;   // decoded once; the last of a repeated name wins
  std::map<std::string, std::string> params;  // {name} parts of the route
  net::ip::address remote;                    // the peer, or what a trusted proxy says it is
  time_point deadline;                        // by when the answer must be ready
};

// Writes a body piece by piece (Server-Sent Events). Lives on the connection's loop.
class stream_writer {
 public:
  virtual ~stream_writer() = default;
  // Fails once the peer is gone or the server drains; the handler then returns.
  virtual awaitable<result<void>> write(std::string_view piece) = 0;
};

struct answer {
  response message;
  // Set for a streamed body: called after the header of `message` went out; the connection closes when it
  // returns.
  std::function<awaitable<void>(stream_writer&)> stream;
};

using handler = std::function<awaitable<answer>(exchange&)>;

// Plain answers. Each sets Content-Type with charset, X-Content-Type-Options: nosniff and Cache-Control:
// no-store.
answer text_answer(status code, std::string body);
answer html_answer(status code, std::string body);
answer json_answer(status code, const std::string& body);

}  // namespace motcua::http
