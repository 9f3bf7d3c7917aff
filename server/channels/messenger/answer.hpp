// What the Graph API answers to a send (messenger.md 3.1, 3.4, 3.5). Pure; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/http/exchange.hpp"

namespace motcua::messenger {

struct graph_error {
  int code = 0;
  int subcode = 0;    // 0: none
  std::string trace;  // fbtrace_id, for Facebook's support: letters, digits, '_' and '-' only
};

struct graph_answer {
  std::string message_id;  // where sent; empty for a sender action
  std::optional<graph_error> error;
  std::chrono::minutes regain{0};  // how long the Page is over its limit, where Facebook says so
};

graph_answer read_answer(const http::response& answer);

}  // namespace motcua::messenger
