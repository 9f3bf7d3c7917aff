// The other end of a client's calls: a blocking server that does, connection by connection, what the test
// says.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace motcua::http {

namespace asio = boost::asio;

class peer {
 public:
  // `what` gets each accepted socket in turn, and its number from 0; an exception of the socket ends that
  // connection.
  using script = std::function<void(asio::ip::tcp::socket&, int)>;
  explicit peer(script what);
  ~peer();

  std::uint16_t port() const { return port_; }
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
  int accepted() const { return accepted_; }

 private:
  void run(const script& what);
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_;
  std::atomic<int> accepted_{0};
  std::mutex mutex_;
  asio::ip::tcp::socket* current_ = nullptr;  // under mutex_, so that the end can wake who reads from it
  bool ends_ = false;                         // under mutex_
  std::thread thread_;
};

// Reads one request without a body; empty when the other side closed.
template <class Stream>
std::string request_from(Stream& from);

std::string answer_of(std::string_view body, std::string_view more_header = "");

// A key and a certificate of its own making for a host name, both as PEM.
struct identity {
  std::string key;
  std::string certificate;
};
identity make_identity(const std::string& host);
asio::ssl::context server_tls(const identity& who);

}  // namespace motcua::http

#include <boost/asio/read_until.hpp>

template <class Stream>
std::string motcua::http::request_from(Stream& from) {
  std::string bytes;
  boost::system::error_code ec;
  asio::read_until(from, asio::dynamic_buffer(bytes), "\r\n\r\n", ec);
  return ec ? std::string{} : bytes;
}
