// What the staff listener tells a supervisor: /healthz (the process answers) and /readyz (the store does
// too).
#pragma once

#include "server/http/router.hpp"
#include "server/store/store.hpp"

namespace motcua::app {

void add_health_routes(http::router& to, store::store& keep);

}  // namespace motcua::app
