#include "server/pipeline/conversations.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/async/failure.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_at_work = 32;  // each holds at most one job of the store's bounded queue
constexpr std::size_t most_ready = 10'000;
constexpr auto storage_pause = 1s;  // before an event is tried again that the store could not finish

}  // namespace

conversations::conversations(net::io_context& loop, store::store& keep, const cell<intents::mind>& minds,
                             const directory& accounts, clock now, std::function<void()> on_replies)
    : loop_{loop},
      store_{keep},
      minds_{minds},
      accounts_{accounts},
      now_{std::move(now)},
      on_replies_{std::move(on_replies)} {}

void conversations::wake(const store::conversation_id& id) {
  net::post(loop_, [this, id] { start(id); });
}

awaitable<result<void>> conversations::recover() {
  rescan_ = false;
  const auto waiting = co_await store_.waiting_conversations();
  if (!waiting) co_return waiting.error();
  for (const auto& id : *waiting) start(id);
  co_return result<void>{};
}

void conversations::start(const store::conversation_id& id) {
  if (const auto at_work = busy_.find(id); at_work != busy_.end()) {
    at_work->second = true;
    return;
  }
  if (busy_.size() >= most_at_work) {
    if (ready_.size() < most_ready)
      ready_.push_back(id);
    else
      rescan_ = true;
    return;
  }
  busy_.emplace(id, false);
  net::co_spawn(
      loop_, [this, id] { return work(id); }, [this, id](std::exception_ptr e) { ended(id, e); });
}

void conversations::ended(const store::conversation_id& id, std::exception_ptr failure) {
  log_failure("turn.failed", failure);
  const bool again = busy_.at(id);
  busy_.erase(id);
  if (again) ready_.push_back(id);
  if (ready_.empty()) {
    if (rescan_)
      net::co_spawn(
          loop_, [this] { return recover(); },
          [](std::exception_ptr e, const result<void>&) { log_failure("turn.rescan_failed", e); });
    return;
  }
  const store::conversation_id next = ready_.front();
  ready_.pop_front();
  start(next);
}

awaitable<void> conversations::work(store::conversation_id id) {
  net::steady_timer pause{loop_};
  for (;;) {
    auto event = co_await store_.next_event(id);
    if (!event) {  // the store is overloaded or ill: the event waits there
      pause.expires_after(storage_pause);
      co_await pause.async_wait(use);
      continue;
    }
    if (!*event) co_return;
    co_await handle(std::move(**event));
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
  done.event = event.id;
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
