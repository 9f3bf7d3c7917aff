#include "server/app/health.hpp"

#include <nlohmann/json.hpp>

namespace motcua::app {

void add_health_routes(http::router& to, store::store& keep) {
  to.on(http::verb::get, "/healthz", [](http::exchange&) -> awaitable<http::answer> {
    co_return http::text_answer(http::status::ok, "ok\n");
  });
  to.on(http::verb::get, "/readyz", [&keep](http::exchange&) -> awaitable<http::answer> {
    const auto counts = co_await keep.counts();
    if (!counts) co_return http::json_answer(http::status::service_unavailable, R"({"ready":false})");
    const nlohmann::json body{{"ready", true},
                              {"events_waiting", counts->events_waiting},
                              {"outbox_waiting", counts->outbox_waiting},
                              {"undeliverable", counts->undeliverable}};
    co_return http::json_answer(http::status::ok, body.dump());
  });
}

}  // namespace motcua::app
