// Turns: each conversation's events one at a time, in the order of arrival; different conversations side by
// side.
#pragma once

#include <boost/asio/io_context.hpp>
#include <deque>
#include <functional>
#include <unordered_map>

#include "intents/dialogue/turn.hpp"
#include "server/async/bell.hpp"
#include "server/async/cell.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/directory.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

// Lives on the pipeline's loop. wake() may be called from every thread, everything else only on that loop.
class conversations {
 public:
  conversations(net::io_context& loop, store::store& keep, const cell<intents::mind>& minds,
                const directory& accounts, clock now, std::function<void()> on_replies);

  void wake(const store::conversation_id& id);
  awaitable<result<void>> recover();  // at the start: events that a crash or a stop left unhandled
  bool idle() const noexcept { return busy_.empty() && ready_.empty(); }

 private:
  void start(const store::conversation_id& id);
  void ended(const store::conversation_id& id, std::exception_ptr failure);
  awaitable<void> work(store::conversation_id id);
  awaitable<void> handle(store::pending_event event);
  store::finished_turn think(const store::pending_event& event) const;

  net::io_context& loop_;
  store::store& store_;
  const cell<intents::mind>& minds_;
  const directory& accounts_;
  clock now_;
  std::function<void()> on_replies_;

  // In memory stand only ids, and at most `most_ready` of them: past that, the store is asked again
  // (`rescan_`).
  std::unordered_map<store::conversation_id, bool> busy_;  // true: woken again while at work
  std::deque<store::conversation_id> ready_;
  bool rescan_ = false;
};

}  // namespace motcua::pipeline
