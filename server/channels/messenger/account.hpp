// One Facebook Page as the configuration gives it.
#pragma once

#include <string>

#include "content/knowledge/identifier.hpp"
#include "server/store/records.hpp"

namespace motcua::messenger {

struct account {
  store::account_id id;
  content::unit_id unit;
  std::string app_id;
  std::string page_id;
  std::string app_secret;           // as text, never decoded from hex (messenger.md 1.3)
  std::string previous_app_secret;  // accepted too while a secret is being changed; empty: none
  std::string verify_token;         // of the GET verification
  std::string page_token;
  std::string graph = "https://graph.facebook.com";
  std::string version = "v25.0";
  int sends_per_second = 10;  // messenger.md 3.5
};

}  // namespace motcua::messenger
