// The public pages of referrals, put into a router.
//
//   GET /t           where a code is typed in; ?ma=k7m4xp opens it
//   GET /t/{code}    its answer
//   GET /ap-phich[?unit=tan-hung]    the unit's poster, with the doors to the bot as QR codes
//
// A code opens nothing personal, yet they are not handed out in bulk: from one network so many tries a minute
// and no more, right or wrong, and then 429.
#pragma once

#include "server/http/rate.hpp"
#include "server/http/router.hpp"
#include "server/lookup/site.hpp"
#include "server/referral/doors.hpp"
#include "server/store/store.hpp"

namespace motcua::referral {

struct options {
  lookup::options pages;
  store::store& store;
  std::vector<door> doors;
  // Many citizens share a mobile network's address.
  http::pace tries{.burst = 20, .refill = std::chrono::seconds{2}, .per_minute = 30};
};

// Throws as lookup::site.
void add_routes(http::router& to, options with);

}  // namespace motcua::referral
