#include "tests/support/http_call.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace motcua::tests {

http_answer http_call(unsigned short port, const std::string& method, const std::string& target,
                      const std::map<std::string, std::string>& headers, const std::string& body) {
  namespace beast = boost::beast;
  namespace http = beast::http;
  boost::asio::io_context loop;
  beast::tcp_stream stream{loop};
  http_answer answer;
  const auto began = std::chrono::steady_clock::now();
  const auto run = [&](auto step) {  // each step within ten seconds, or the test fails instead of hanging
    beast::error_code failure = boost::asio::error::would_block;
    stream.expires_after(std::chrono::seconds{10});
    step([&](beast::error_code ec, auto&&...) { failure = ec; });
    loop.restart();
    loop.run();
    return failure;
  };
  const boost::asio::ip::tcp::endpoint at{boost::asio::ip::address_v4::loopback(), port};
  if (run([&](auto done) { stream.async_connect(at, done); })) return answer;

  http::request<http::string_body> request{http::string_to_verb(method), target, 11};
  if (request.method() == http::verb::unknown) request.method_string(method);
  request.set(http::field::host, "127.0.0.1");
  for (const auto& [name, value] : headers) request.insert(name, value);
  request.body() = body;
  request.prepare_payload();
  run([&](auto done) {
    http::async_write(stream, request, done);
  });  // a refusal may come before all is written

  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(16 * 1024 * 1024);
  if (method == "HEAD") parser.skip(true);
  if (run([&](auto done) { http::async_read(stream, buffer, parser, done); }) && !parser.is_header_done())
    return answer;
  answer.took =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  answer.status = parser.get().result_int();
  answer.body = parser.get().body();
  for (const auto& f : parser.get()) answer.headers[std::string{f.name_string()}] = std::string{f.value()};
  return answer;
}

}  // namespace motcua::tests
