#include "server/pipeline/conversations.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>

#include "intents/dialogue/burst.hpp"
#include "server/async/failure.hpp"
#include "server/pipeline/persistently.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_at_work = 32;  // each holds at most one job of the store's bounded queue

}  // namespace

conversations::conversations(net::io_context& loop, store::store& keep, const cell<intents::mind>& minds,
                             const cell<switchboard>& board, const directory& accounts, clock now,
                             std::function<void()> on_replies, conversation_rules rules)
    : loop_{loop},
      store_{keep},
      minds_{minds},
      board_{board},
      accounts_{accounts},
      now_{std::move(now)},
      on_replies_{std::move(on_replies)},
      rules_{rules} {}

void conversations::arrive(std::span<const store::arrival> fresh) {
  const std::lock_guard hold{inbox_mutex_};
  for (const auto& one : fresh) {
    if (inbox_.size() < rules_.most_queued && inbox_missed_ == store::event_id{})
      inbox_.push_back(one);
    else
      inbox_missed_ = one.event;
  }
  if (inbox_noticed_) return;
  inbox_noticed_ = true;
  net::post(loop_, [this] { take_inbox(); });
}

bool conversations::idle() const {
  const std::lock_guard hold{inbox_mutex_};
  return queued_ == 0 && at_work_ == 0 && !behind_ && !inbox_noticed_;
}

void conversations::take_inbox() {
  std::vector<store::arrival> fresh;
  store::event_id missed{};
  {
    const std::lock_guard hold{inbox_mutex_};
    fresh.swap(inbox_);
    missed = std::exchange(inbox_missed_, store::event_id{});
    inbox_noticed_ = false;
  }
  for (const auto& one : fresh) take(one);
  if (missed != store::event_id{}) {
    behind_ = true;
    missed_ = missed;
  }
  start_ready();
  catch_up();
}

void conversations::take(const store::arrival& one) {
  if (behind_ || queued_ >= rules_.most_queued) {
    behind_ = true;
    missed_ = one.event;
  } else {
    queue(one);
  }
}

void conversations::queue(const store::arrival& one) {
  if (one.event <= newest_) return;  // the store was read past it
  newest_ = one.event;
  ++queued_;
  auto& at = lines_[one.conversation];
  at.waiting.push_back(one.event);
  if (!at.at_work && !at.resting && at.waiting.size() == 1) ready_.push_back(one.conversation);
}

awaitable<result<void>> conversations::recover() {
  behind_ = true;
  refilling_ = true;
  const auto read = co_await refill();
  refilling_ = false;
  start_ready();
  co_return read;
}

// Everything that was passed over is in the store before it is passed over: when all that is newer than the
// newest queued fits, and nothing was passed over meanwhile, memory is whole again.
awaitable<result<void>> conversations::refill() {
  while (behind_ && queued_ < rules_.most_queued) {
    const auto missed = missed_;
    const int room = static_cast<int>(rules_.most_queued - queued_);
    const auto waiting = co_await store_.waiting_events(newest_, room);
    if (!waiting) co_return waiting.error();
    for (const auto& one : *waiting) queue(one);
    const bool all = waiting->size() < static_cast<std::size_t>(room);
    if (all && missed == missed_) behind_ = false;
  }
  co_return result<void>{};
}

void conversations::catch_up() {
  if (!behind_ || refilling_ || queued_ > rules_.most_queued / 2) return;
  refilling_ = true;
  net::co_spawn(
      loop_,
      [this]() -> awaitable<void> {
        for (net::steady_timer pause{loop_};;) {
          if (co_await refill()) co_return;
          pause.expires_after(storage_pause);
          co_await pause.async_wait(use);
        }
      },
      [this](std::exception_ptr e) {
        log_failure("turn.refill_failed", e);
        refilling_ = false;
        start_ready();
      });
}

void conversations::start_ready() {
  while (at_work_ < most_at_work && !ready_.empty()) {
    const auto id = std::move(ready_.front());
    ready_.pop_front();
    lines_.at(id).at_work = true;
    ++at_work_;
    net::co_spawn(
        loop_, [this, id] { return work(id); }, [this, id](std::exception_ptr e) { ended(id, e); });
  }
}

void conversations::ended(const store::conversation_id& id, std::exception_ptr failure) {
  log_failure("turn.failed", failure);
  --at_work_;
  auto& at = lines_.at(id);
  at.at_work = false;
  begin_rest(id);
  start_ready();
  catch_up();
}

void conversations::begin_rest(const store::conversation_id& id) {
  lines_.at(id).resting = true;
  rests_.push_back({id, std::chrono::steady_clock::now() + rules_.burst});
  if (ending_rests_) return;
  ending_rests_ = true;
  net::co_spawn(
      loop_, [this] { return end_rests(); },
      [this](std::exception_ptr e) {
        log_failure("turn.rest_failed", e);
        ending_rests_ = false;
      });
}

awaitable<void> conversations::end_rests() {
  for (net::steady_timer pause{loop_}; !rests_.empty();) {
    pause.expires_at(rests_.front().until);
    co_await pause.async_wait(use);
    const auto id = std::move(rests_.front().of);
    rests_.pop_front();
    auto at = lines_.find(id);
    at->second.resting = false;
    if (at->second.waiting.empty())
      lines_.erase(at);
    else
      ready_.push_back(id);
    start_ready();
  }
}

awaitable<void> conversations::work(store::conversation_id id) {
  auto together = co_await read_together(id);
  if (!together.empty()) co_await handle(std::move(together));
}

// What waits, up to the first event that must be taken alone: words are joined, nothing else is.
awaitable<std::vector<store::pending_event>> conversations::read_together(const store::conversation_id& id) {
  std::vector<store::pending_event> together;
  auto& waiting =
      lines_.at(id).waiting;  // only this coroutine takes from it, and the line stays while it does
  while (!waiting.empty() && together.size() < intents::most_in_a_burst) {
    auto event = co_await read(waiting.front());
    const bool words = event && event->kind == store::event_kind::text;
    if (event && !together.empty() && !words) break;
    waiting.pop_front();
    --queued_;
    if (event) together.push_back(std::move(*event));
    if (event && !words) break;
  }
  co_return together;
}

awaitable<std::optional<store::pending_event>> conversations::read(store::event_id id) {
  const std::function<awaitable<result<std::optional<store::pending_event>>>()> ask = [this, id] {
    return store_.event(id);
  };
  co_return co_await persistently<std::optional<store::pending_event>>(loop_, ask);
}

awaitable<void> conversations::handle(std::vector<store::pending_event> together) {
  auto codes = co_await look_up(together);
  store::finished_turn turn = think(together, std::move(codes));
  const bool answers = !turn.replies.empty();
  for (net::steady_timer pause{loop_};;) {
    const auto kept = co_await store_.finish(turn);
    if (kept) break;
    pause.expires_after(storage_pause);
    co_await pause.async_wait(use);
  }
  if (answers) on_replies_();
}

}  // namespace motcua::pipeline
