// The public look-up pages, put into a router.
//
//   GET /tra-cuu[?unit=tan-hung]                the index; &hoi=... what was found; &viec=... a field, a
//   moment
//                                               of life
//   GET /tra-cuu/{entry}[?unit=...]             one entry, by id or national code
//   GET /tra-cuu/{entry}/in[?unit=...]          the leaflet
//   GET /tra-cuu/{entry}/phat-thanh[?unit=...]  its text for the loudspeaker
//   GET /tra-cuu/moi.atom[?unit=...]            what is new, changed, repealed
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "intents/dialogue/turn.hpp"
#include "server/async/cell.hpp"
#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/switchboard.hpp"

namespace motcua::lookup {

struct options {
  const cell<intents::mind>& minds;  // outlives the router, as do `board` and `files`
  const cell<pipeline::switchboard>& board;
  const http::static_files& files;       // server/web
  std::string base_url;                  // "https://bot.example.gov.vn"; empty: as the request names us
  content::unit_id unit;                 // whose pages these are where the address names none
  std::vector<std::string> framed_by{};  // sites of the communes that may show them in a frame
  pipeline::clock now = pipeline::system_clock();
};

// Throws std::runtime_error where a page is missing in `files`.
void add_routes(http::router& routes, options given);

}  // namespace motcua::lookup
