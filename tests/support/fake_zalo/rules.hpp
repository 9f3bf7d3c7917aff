// What Zalo accepts of a send, as far as its limits are documented (zalo-oa.md 4, 6). Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace motcua::fakes {

struct ruling {
  int error = 0;
  std::string message = "Success";
};

// Of a body sent to /v3.0/oa/message/cs, or to /v2.0/oa/message where `anonymous`. -201 names the field.
ruling judge_send(const nlohmann::json& body, bool anonymous);

}  // namespace motcua::fakes
