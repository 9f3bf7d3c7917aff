// A unit: a commune or ward whose people the bot serves, with its own contacts and hours.
#pragma once

#include <string>

#include "content/knowledge/fact.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::content {

struct unit {
  unit_id id;
  std::string name;     // "UBND phường Tân Hưng"
  std::string counter;  // "Trung tâm Phục vụ hành chính công phường Tân Hưng"
  fact<std::string> phone;
  fact<std::string> hours;
  fact<std::string> address;
  fact<std::string> website;
  std::string path;
  int line = 0;
};

inline const unit_id default_unit{"mac-dinh"};

}  // namespace motcua::content
