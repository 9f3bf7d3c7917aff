#include "server/pipeline/conversations.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>

#include "server/async/failure.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_at_work = 32;  // each holds at most one job of the store's bounded queue
constexpr auto storage_pause = 1s;        // before an event is tried again that the store could not finish

}  // namespace

conversations::conversations(net::io_context& loop, store::store& keep, const cell<intents::mind>& minds,
                             const directory& accounts, clock now, std::function<void()> on_replies,
                             std::size_t most_queued)
    : loop_{loop},
      store_{keep},
      minds_{minds},
      accounts_{accounts},
      now_{std::move(now)},
      on_replies_{std::move(on_replies)},
      most_queued_{most_queued} {}

void conversations::arrive(std::span<const store::arrival> fresh) {
  const std::lock_guard hold{inbox_mutex_};
  for (const auto& one : fresh) {
    if (inbox_.size() < most_queued_ && inbox_missed_ == store::event_id{})
      inbox_.push_back(one);
    else
      inbox_missed_ = one.event;
  }
  if (inbox_noticed_) return;
  inbox_noticed_ = true;
  net::post(loop_, [this] { take_inbox(); });
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
  if (behind_ || queued_ >= most_queued_) {
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
  if (!at.at_work && at.waiting.size() == 1) ready_.push_back(one.conversation);
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
  while (behind_ && queued_ < most_queued_) {
    const auto missed = missed_;
    const int room = static_cast<int>(most_queued_ - queued_);
    const auto waiting = co_await store_.waiting_events(newest_, room);
    if (!waiting) co_return waiting.error();
    for (const auto& one : *waiting) queue(one);
    const bool all = waiting->size() < static_cast<std::size_t>(room);
    if (all && missed == missed_) behind_ = false;
  }
  co_return result<void>{};
}

void conversations::catch_up() {
  if (!behind_ || refilling_ || queued_ > most_queued_ / 2) return;
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
  --queued_;
  auto at = lines_.find(id);
  at->second.at_work = false;
  at->second.waiting.pop_front();
  if (at->second.waiting.empty())
    lines_.erase(at);
  else
    ready_.push_back(id);  // behind the others: one who writes much keeps nobody waiting
  start_ready();
  catch_up();
}

awaitable<void> conversations::work(store::conversation_id id) {
  auto event = co_await read(lines_.at(id).waiting.front());
  if (event) co_await handle(std::move(*event));
}

awaitable<std::optional<store::pending_event>> conversations::read(store::event_id id) {
  for (net::steady_timer pause{loop_};;) {
    auto event = co_await store_.event(id);
    if (event) co_return std::move(*event);
    pause.expires_after(storage_pause);  // the store is overloaded or ill: the event waits there
    co_await pause.async_wait(use);
  }
}

awaitable<void> conversations::handle(store::pending_event event) {
  store::finished_turn turn = think(event);
  const bool answers = !turn.replies.empty();
  for (net::steady_timer pause{loop_};;) {
    const auto kept = co_await store_.finish(turn);
    if (kept) break;
    pause.expires_after(storage_pause);
    co_await pause.async_wait(use);
  }
  if (answers) on_replies_();
}

store::finished_turn conversations::think(const store::pending_event& event) const {
  const std::shared_ptr<const intents::mind> mind = minds_.take();  // one snapshot for the whole turn
  store::finished_turn done;
  done.events = {event.id};
  done.conversation = event.conversation;
  done.account = event.account;
  done.now = now_();
  done.record.content_version = mind->content->version();
  if (event.kind == store::event_kind::erase) {
    done.record.decision = "erase";
    done.erase = true;
    return done;
  }
  intents::citizen_event said;
  said.what = event.kind == store::event_kind::tap ? intents::citizen_event::kind::tap
                                                   : intents::citizen_event::kind::text;
  said.text = event.text;
  try {
    const intents::turn turn = intents::take_turn(*mind, intents::conversation_from_json(event.state), said,
                                                  {accounts_.unit_of(event.account), event.arrived_at});
    done.state = intents::to_json(turn.after);
    done.replies = turn.replies;
    done.record.decision = std::string{name_of(turn.what)};
    done.record.entry = turn.entry ? turn.entry->str() : "";
    done.record.aspect = turn.entry ? std::string{name_of(turn.about)} : "";
    done.record.confidence = turn.confidence;
    const auto has = [&](intents::effect wanted) {
      return std::find(turn.effects.begin(), turn.effects.end(), wanted) != turn.effects.end();
    };
    done.erase = has(intents::effect::erase_conversation);
    done.forget_words = has(intents::effect::forget_words);
  } catch (const std::exception& e) {  // a defect of ours: the citizen is told, and the conversation goes on
    log::error("turn.threw", {{"reason", e.what()}});
    done.record.decision = "failed";
    done.replies = {{mind->content->phrases().say("turn_failed"), {}}};
  }
  return done;
}

}  // namespace motcua::pipeline
