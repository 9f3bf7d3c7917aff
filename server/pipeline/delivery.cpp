#include "server/pipeline/delivery.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cmath>

#include "server/async/failure.hpp"
#include "server/pipeline/own_event.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr int most_in_flight = 256;  // of all accounts
constexpr std::chrono::milliseconds longest_pause = 5min;
constexpr std::chrono::milliseconds echo_pause =
    30s;  // zalo-oa.md 4.1, messenger.md 3.4: the echo comes first
constexpr std::chrono::milliseconds halted_pause = 5min;
constexpr std::chrono::milliseconds storage_pause = 1s;  // before the store is asked again that had no time
constexpr auto of_no_more_use = 24h;  // messenger.md 5.1: the window in which an answer may go out

}  // namespace

std::chrono::milliseconds retry_pause(int attempts, double random) {
  const double full =
      std::min(1000.0 * std::exp2(std::clamp(attempts, 0, 30)), static_cast<double>(longest_pause.count()));
  return std::chrono::milliseconds{static_cast<std::int64_t>(full * (1.0 - random / 2))};
}

delivery::delivery(net::io_context& loop, store::store& keep, const directory& accounts, clock now,
                   chance random, vitals* health)
    : loop_{loop},
      store_{keep},
      accounts_{accounts},
      now_{std::move(now)},
      random_{std::move(random)},
      health_{health},
      bell_{loop.get_executor()} {}

void delivery::wake() {
  ++asked_;
  net::post(loop_, [this] { bell_.ring(); });
}

awaitable<result<void>> delivery::recover() {
  const auto rows = co_await store_.recover_sends(now_() + echo_pause);
  if (!rows) co_return rows.error();
  if (*rows > 0) log::info("delivery.recovered", {{"rows", *rows}});
  co_return result<void>{};
}

void delivery::stop() {
  stopping_ = true;
  bell_.ring();
}

awaitable<void> delivery::run() {
  while (!stopping_) {
    co_await start_due();
    const std::chrono::milliseconds pause = co_await until_next();
    co_await bell_.wait_for(pause);
  }
}

lane& delivery::lane_of(const store::account_id& account) {
  return lanes_.try_emplace(account, accounts_.rules_of(account)).first->second;
}

std::vector<store::account_id> delivery::held_back() const {
  std::vector<store::account_id> held;
  for (const auto& [account, way] : lanes_)
    if (!way.may_start(now_())) held.push_back(account);
  return held;
}

awaitable<void> delivery::start_due() {
  const auto asked = asked_.load();
  const int in_flight = static_cast<int>(in_flight_.size());
  if (in_flight >= most_in_flight) co_return;
  // Rows in flight are still due in the store: ask for enough to see past them. What ends while the store is
  // being read may be in the answer as it was before: those conversations wait for the next look.
  ended_.clear();
  auto held = held_back();
  const auto rows = co_await store_.due(now_(), most_in_flight, std::move(held));
  if (!rows) co_return;
  bool all_started = true;
  for (const store::outgoing& row : *rows) {
    auto& way = lane_of(row.account);
    if (!way.may_start(now_())) all_started = false;
    if (ended_.contains(row.conversation) || in_flight_.contains(row.conversation) || !way.may_start(now_()))
      continue;
    in_flight_.insert(row.conversation);
    way.started();
    net::co_spawn(
        loop_, [this, row] { return deliver(row); },
        [this, account = row.account, conversation = row.conversation](std::exception_ptr e) {
          log_failure("delivery.failed", e);
          lane_of(account).ended();
          in_flight_.erase(conversation);
          ended_.insert(conversation);
          ++asked_;
          bell_.ring();
        });
  }
  if (all_started) looked_ = asked;
}

awaitable<std::chrono::milliseconds> delivery::until_next() {
  const instant now = now_();
  const auto next = co_await store_.next_due(now);
  if (!next) co_return storage_pause;
  instant at = next->value_or(now + longest_pause);
  for (const auto& [account, way] : lanes_)
    if (!way.may_start(now)) at = std::min(at, way.look_again(now));
  co_return std::clamp<std::chrono::milliseconds>(at - now, 1ms, longest_pause);
}

awaitable<void> delivery::deliver(store::outgoing message) {
  channel* const far_end = accounts_.channel_of(message.account);
  if (far_end == nullptr) {
    send_outcome gone;
    gone.what = send_status::account_halted;
    gone.reason = "account " + message.account.str() + " is not in the configuration";
    co_await settle(message, std::move(gone));
    co_return;
  }
  if (message.maybe_sent > 1) {
    // Twice into the unknown, and no echo of either: a third copy would only confuse the citizen
    // (zalo-oa.md 4.1).
    send_outcome enough;
    enough.what = send_status::undeliverable;
    enough.reason = "sent twice, and the platform said nothing of either";
    co_await settle(message, std::move(enough));
    co_return;
  }
  if (message.parts_done == 0 && message.attempts == 0) co_await far_end->show_typing(message.address);
  if (!co_await send_parts(message, *far_end)) co_return;
  const auto done = [&] { return store_.sent(message.id, now_()); };
  co_await keep(done);
}

awaitable<void> delivery::keep(std::function<awaitable<result<void>>()> write) {
  for (net::steady_timer pause{loop_};;) {
    const auto kept = co_await write();
    if (kept) co_return;
    pause.expires_after(storage_pause);
    co_await pause.async_wait(use);
  }
}

awaitable<bool> delivery::send_parts(store::outgoing& message, channel& far_end) {
  const std::vector<std::string> parts = far_end.render(message);
  while (message.parts_done < static_cast<int>(parts.size())) {
    const std::string& body = parts[static_cast<std::size_t>(message.parts_done)];
    send_outcome outcome = co_await send_part(message, far_end, body);
    if (outcome.what != send_status::sent) {
      co_await settle(message, std::move(outcome));
      co_return false;
    }
    const auto acknowledged = [&] {
      return store_.part_sent(message.id, message.parts_done, outcome.platform_message_id);
    };
    co_await keep(acknowledged);
    ++message.parts_done;
  }
  co_return true;
}

awaitable<send_outcome> delivery::send_part(const store::outgoing& message, channel& far_end,
                                            const std::string& body) {
  const auto wait = lane_of(message.account).take(now_());
  if (wait > 0ms) {
    net::steady_timer turn{loop_, wait};
    co_await turn.async_wait(use);
  }
  if (far_end.may_lose_track()) {
    const auto on_its_way = [&] { return store_.sending(message.id, far_end.trace_of(body)); };
    co_await keep(on_its_way);
  }
  auto outcome = co_await far_end.send(message, message.parts_done, body);
  learn(message.account, outcome);
  co_return outcome;
}

void delivery::learn(const store::account_id& account, const send_outcome& outcome) {
  const auto changed = lane_of(account).learn(outcome.what, now_());
  if (changed == lane::change::opened)
    log::error("delivery.paused", {{"account", account.str()}, {"reason", outcome.reason}});
  if (changed == lane::change::closed) log::info("delivery.resumed", {{"account", account.str()}});
  if (!health_) return;
  health_->note(account, [&](account_vitals& v) {
    if (changed != lane::change::none) v.paused = changed == lane::change::opened;
    if (outcome.what == send_status::sent) v.last_sent = now_();
  });
}

awaitable<void> delivery::settle(const store::outgoing& message, send_outcome outcome) {
  const instant now = now_();
  const bool hopeless =
      outcome.what == send_status::undeliverable || now - message.created_at > of_no_more_use;
  if (hopeless) {
    log::warning("delivery.undeliverable", {{"account", message.account.str()}, {"reason", outcome.reason}});
    const auto given_up = [&] { return store_.undeliverable(message.id, now, outcome.reason); };
    co_await keep(given_up);
    if (outcome.person_there) co_await hush(message);
    co_return;
  }
  std::chrono::milliseconds pause = retry_pause(message.attempts, random_());
  if (outcome.what == send_status::unknown) pause = echo_pause;
  if (outcome.what == send_status::account_halted) {
    pause = halted_pause;
    log::error("delivery.account_halted", {{"account", message.account.str()}, {"reason", outcome.reason}});
  }
  const bool uncertain = outcome.what == send_status::unknown;
  const instant next = now + std::max(pause, outcome.wait);
  const auto later = [&] { return store_.retry(message.id, next, outcome.reason, uncertain); };
  co_await keep(later);
}

// Somebody of the office has the conversation: as if they had written, the bot falls silent there.
awaitable<void> delivery::hush(const store::outgoing& message) {
  const auto events =
      own_event(store::event_kind::officer, {message.account, message.conversation, message.address},
                "taken:" + std::to_string(static_cast<std::int64_t>(message.id)), now_());
  const auto told = [&] { return store_.append(events); };
  co_await keep(told);
}

}  // namespace motcua::pipeline
