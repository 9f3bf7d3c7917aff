// A far end that does as the test says and remembers what it was given.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "server/pipeline/channel.hpp"
#include "tests/server/pipeline/turnstile.hpp"

namespace motcua::pipeline {

class scripted_channel final : public channel {
 public:
  explicit scripted_channel(net::any_io_executor loop) : gate{std::move(loop)} {}

  // A reply's text is cut at '|' into its platform messages.
  std::vector<std::string> render(const store::outgoing& message) const override {
    std::vector<std::string> parts{""};
    for (const char c : message.what.text) {
      if (c == '|')
        parts.emplace_back();
      else
        parts.back() += c;
    }
    return parts;
  }
  awaitable<send_outcome> send(const store::outgoing& message, int, const std::string& body) override {
    tried.push_back(message.address + ":" + body);
    co_await gate.pass();
    send_outcome outcome;
    outcome.what = send_status::sent;
    outcome.platform_message_id = "m" + std::to_string(tried.size());
    if (!script.empty()) {
      outcome = script.front();
      script.pop_front();
    }
    co_return outcome;
  }
  awaitable<void> show_typing(std::string) override {
    ++typing;
    co_return;
  }

  turnstile gate;                   // every send passes it
  std::deque<send_outcome> script;  // outcomes of the next tries; after them everything is sent
  std::vector<std::string> tried;
  int typing = 0;
};

}  // namespace motcua::pipeline
