// /healthz and /readyz of the staff listener: whether the program runs, and how every account is doing.
#pragma once

#include "server/http/router.hpp"
#include "server/pipeline/vitals.hpp"
#include "server/store/store.hpp"

namespace motcua::app {

void add_health_routes(http::router& to, store::store& keep, const pipeline::vitals& health);

}  // namespace motcua::app
