// One Official Account as the configuration gives it.
#pragma once

#include <string>

#include "content/knowledge/identifier.hpp"
#include "server/store/records.hpp"

namespace motcua::zalo {

struct account {
  store::account_id id;
  content::unit_id unit;
  std::string app_id;
  std::string oa_id;
  std::string app_secret;    // OAuth and appsecret_proof
  std::string oa_secret;     // signs the webhook: another value than app_secret (zalo-oa.md 1.3)
  std::string access_token;  // the first pair, taken into the store once
  std::string refresh_token;
  std::string api = "https://openapi.zalo.me";
  std::string oauth = "https://oauth.zaloapp.com";
  std::string verifier_code;     // of /zalo_verifier{code}.html; empty: no such page
  bool appsecret_proof = false;  // zalo-oa.md 3.6
  bool buttons = true;           // false: numbered text menus only
  int sends_per_second = 10;     // zalo-oa.md 8
};

}  // namespace motcua::zalo
