// What Zalo's error codes ask of us: the table of openapi.zalo.me (zalo-oa.md 6). ZNS has another. Pure; any
// thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/store/records.hpp"

namespace motcua::zalo {

enum class action {
  done,
  retry,           // it did not arrive; later it may
  retry_once,      // the code says nothing: one more try, then drop
  refresh_token,   // renew the access token and send again; halt if that is refused too
  change_form,     // send again without buttons; drop if it had none
  drop,            // this message will never arrive
  drop_and_alert,  // nor will others like it, until staff act
  halt,            // nothing of this account goes out until someone mends it
};

struct reaction {
  action what = action::retry;
  std::string_view meaning;           // for staff, in English, without anything of a citizen's
  std::chrono::milliseconds wait{0};  // the least time before the next try
};

// `now` decides how long the night (22:00 to 06:00 in Việt Nam) still lasts. A code that is not in the table
// is `retry_once`.
reaction reaction_to(int code, store::instant now);

// Zalo's own message made fit for a log: two codes carry two texts, and -201 names the field. Long numbers
// and long words, which may be ids or tokens, are left out; at most 120 bytes of ASCII.
std::string loggable(std::string_view platform_message);

}  // namespace motcua::zalo
