// The loopback HTTP server behind every stand-in for a platform: gives each request to a function, and does
// as it says.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace motcua::fakes {

namespace http = boost::beast::http;
using http_request = http::request<http::string_body>;

struct what_happens {
  enum class then { answer, stall, close } next = then::answer;  // stall: no answer comes within ten minutes
  http::status status = http::status::ok;
  std::string content_type = "application/json; charset=UTF-8";
  std::string body{};
  std::map<std::string, std::string> headers{};  // further ones
};

// Runs until destruction, on a thread of its own, on which `take` is called.
class fake_server {
 public:
  using take = std::function<what_happens(const http_request&)>;

  fake_server(take how, unsigned short port);  // port 0 picks one
  ~fake_server();
  fake_server(const fake_server&) = delete;
  fake_server& operator=(const fake_server&) = delete;

  std::string origin() const;  // "http://127.0.0.1:40123"

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace motcua::fakes
