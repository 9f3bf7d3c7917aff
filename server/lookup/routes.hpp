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

#include "server/http/router.hpp"
#include "server/lookup/site.hpp"

namespace motcua::lookup {

// Throws std::runtime_error where a page is missing in `files`.
void add_routes(http::router& routes, options given);

}  // namespace motcua::lookup
