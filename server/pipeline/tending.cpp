#include "server/pipeline/tending.hpp"

#include <boost/asio/steady_timer.hpp>

#include "server/async/log.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr auto between_rounds = 1h;
constexpr auto warn_before = std::chrono::days{7};  // a grant that ends: a person needs time to renew it

}  // namespace

awaitable<void> tending::run() {
  for (net::steady_timer pause{loop_};;) {
    co_await round();
    pause.expires_after(between_rounds);
    co_await pause.async_wait(use);
  }
}

awaitable<void> tending::round() {
  for (const auto& id : accounts_.ids()) {
    auto found = co_await accounts_.channel_of(id)->tend();
    const bool ends = found.grant_until && *found.grant_until - now_() < warn_before;
    if (found.trouble.empty() && ends) found.trouble = "its grant ends within 7 days: grant the app anew";
    if (!found.trouble.empty())
      log::error("account.trouble", {{"account", id.str()}, {"reason", found.trouble}});
    health_.note(id, [&](account_vitals& v) {
      v.trouble = found.trouble;
      v.grant_until = found.grant_until;
    });
  }
}

}  // namespace motcua::pipeline
