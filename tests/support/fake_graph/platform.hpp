// The state behind fake_graph, without its sockets: what was accepted, what trouble is due.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <variant>

#include "tests/support/fake_graph/fake_graph.hpp"

namespace motcua::fakes::graph {

namespace http = boost::beast::http;
using http_request = http::request<http::string_body>;

struct what_happens {
  enum class then { answer, stall, close } next = then::answer;
  http::status status = http::status::ok;
  std::string content_type = "application/json; charset=UTF-8";
  std::string body{};
  std::string usage{};  // X-Business-Use-Case-Usage
};

}  // namespace motcua::fakes::graph

namespace motcua::fakes {

// Thread-safe.
class fake_graph::platform {
 public:
  platform(graph_page page, now_function now) : page_{std::move(page)}, now_{std::move(now)} {}

  graph::what_happens take(const graph::http_request& request);

  mutable std::mutex mutex_;
  mutable std::condition_variable accepted_;
  bool expired_ = false;
  std::deque<std::variant<graph_failure, graph_trouble>> troubles_;
  std::vector<graph_message> messages_;
  std::vector<graph_message> actions_;
  int sends_ = 0;
  std::function<void(const graph_message&)> heard_;

 private:
  graph::what_happens work(const graph::http_request& request, const nlohmann::json& body);
  graph::what_happens accept(nlohmann::json body);
  bool proof_fits(const graph::http_request& request) const;

  const graph_page page_;
  const now_function now_;
};

}  // namespace motcua::fakes
