// The state behind fake_graph, without its sockets: what was accepted, what trouble is due.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <variant>

#include "tests/support/fake_graph/fake_graph.hpp"
#include "tests/support/fake_server/fake_server.hpp"

namespace motcua::fakes {

// Thread-safe.
class fake_graph::platform {
 public:
  platform(graph_page page, now_function now) : page_{std::move(page)}, now_{std::move(now)} {}

  what_happens take(const http_request& request);

  mutable std::mutex mutex_;
  mutable std::condition_variable accepted_;
  bool expired_ = false;
  bool subscribed_ = true;
  std::deque<std::variant<graph_failure, graph_trouble>> troubles_;
  std::vector<graph_message> messages_;
  std::vector<graph_message> actions_;
  int sends_ = 0;
  std::function<void(const graph_message&)> heard_;

  what_happens tell_subscriptions(const http_request& request);

 private:
  what_happens work(const http_request& request, const nlohmann::json& body);
  what_happens accept(nlohmann::json body);
  bool proof_fits(const http_request& request) const;

  const graph_page page_;
  const now_function now_;
};

}  // namespace motcua::fakes
