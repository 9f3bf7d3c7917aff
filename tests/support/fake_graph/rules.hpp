// What the Send API accepts, as far as its limits are documented (messenger.md 3.1, 3.3, 3.4). Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace motcua::fakes::graph {

struct ruling {
  int code = 0;  // 0: accepted
  int subcode = 0;
  std::string message{};
};

bool is_sender_action(const nlohmann::json& body);

// Of a body sent to /{page}/messages.
ruling judge(const nlohmann::json& body);

}  // namespace motcua::fakes::graph
