// An account as the console needs to know it: whose citizens it reaches, and how.
#pragma once

#include <chrono>
#include <string>

#include "content/knowledge/identifier.hpp"

namespace motcua::staff {

struct line_to_citizens {
  content::unit_id unit;
  std::string channel;  // "zalo", "messenger", "web"
  std::chrono::milliseconds
      window{};  // how long after the citizen's last words a person may write; zero: always
};

}  // namespace motcua::staff
