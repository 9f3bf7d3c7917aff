// A web chat account: the chat box of one unit, and the sites that may embed it.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "server/store/records.hpp"

namespace motcua::web {

struct account {
  store::account_id id;
  content::unit_id unit;
  std::string unit_name;  // "UBND phường Tân Hưng"
  std::vector<std::string>
      frame_ancestors;  // origins: "https://tanhung.example.gov.vn"; none: our own site only
};

}  // namespace motcua::web
