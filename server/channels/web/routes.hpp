// The web chat, put into a router.
//
// How to wire it (all of these outlive the router and the listener):
//
//   web::hub pages;
//   http::static_files files{web_folder};                      // server/web
//   std::vector<web::account> accounts = …;                    // one a unit; the first is the one of plain
//   /chat channels.emplace(account.id, std::make_unique<web::client>(pages));      // each account's
//   pipeline::channel web::add_routes(router, web::options{.intake = intake, .store = *store, .pages = pages,
//   .accounts = accounts,
//                                        .files = files});
//   …
//   pages.close();                                             // at the stop, before listener.drain(): ends
//   the streams
#pragma once

#include <vector>

#include "server/channels/web/api.hpp"
#include "server/channels/web/pages.hpp"
#include "server/http/router.hpp"

namespace motcua::web {

struct options {
  pipeline::intake& intake;
  store::store& store;
  hub& pages;
  std::vector<account> accounts;
  const http::static_files& files;
  std::chrono::days keep_words{30};  // what the notice promises: the configuration's value
  pipeline::clock now = pipeline::system_clock();
  random_source random = system_random();
  // "At most 1 message/s and 30/min" (messenger.md 7.2). Many citizens share a mobile network's address: the
  // limit on new sessions only stops floods.
  http::pace message_pace{};
  http::pace session_pace{.burst = 60, .refill = std::chrono::milliseconds{500}, .per_minute = 120};
  stream_bounds bounds{};
};

// Throws std::runtime_error or std::invalid_argument where a page is missing or an account is wrong: a failed
// start.
void add_routes(http::router& to, options with);

}  // namespace motcua::web
