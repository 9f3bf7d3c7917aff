#include "server/app/health.hpp"

#include <nlohmann/json.hpp>

namespace motcua::app {
namespace {

using nlohmann::json;

json seconds_of(const std::optional<store::instant>& at) {
  if (!at) return nullptr;
  return std::chrono::duration_cast<std::chrono::seconds>(at->time_since_epoch()).count();
}

json to_json(const pipeline::account_vitals& v) {
  const auto all = v.kept + v.refused + v.turned_away;
  return {{"last_event", seconds_of(v.last_event)},
          {"last_sent", seconds_of(v.last_sent)},
          {"webhooks", all},
          {"webhooks_refused", v.refused},
          {"webhooks_turned_away", v.turned_away},
          {"webhook_success",
           all == 0 ? json(nullptr) : json(static_cast<double>(v.kept) / static_cast<double>(all))},
          {"paused", v.paused},
          {"trouble", v.trouble},
          {"grant_until", seconds_of(v.grant_until)}};
}

json to_json(const store::store_counts& counts, const pipeline::vitals& health) {
  json accounts = json::object();
  for (const auto& [id, one] : health.all()) accounts[id.str()] = to_json(one);
  return {{"ready", true},
          {"events_waiting", counts.events_waiting},
          {"outbox_waiting", counts.outbox_waiting},
          {"undeliverable", counts.undeliverable},
          {"accounts", std::move(accounts)}};
}

}  // namespace

void add_health_routes(http::router& to, store::store& keep, const pipeline::vitals& health) {
  to.on(http::verb::get, "/healthz", [](http::exchange&) -> awaitable<http::answer> {
    co_return http::text_answer(http::status::ok, "ok\n");
  });
  to.on(http::verb::get, "/readyz", [&keep, &health](http::exchange&) -> awaitable<http::answer> {
    const auto counts = co_await keep.counts();
    if (!counts) co_return http::json_answer(http::status::service_unavailable, R"({"ready":false})");
    co_return http::json_answer(http::status::ok, to_json(*counts, health).dump());
  });
}

}  // namespace motcua::app
