// Turns: each conversation's events one at a time, in the order of arrival; different conversations side by
// side.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "intents/dialogue/turn.hpp"
#include "intents/text/short_code.hpp"
#include "server/async/bell.hpp"
#include "server/async/cell.hpp"
#include "server/crypto/random.hpp"
#include "server/crypto/seal.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/directory.hpp"
#include "server/pipeline/dossiers.hpp"
#include "server/pipeline/photos.hpp"
#include "server/pipeline/switchboard.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

struct conversation_rules {
  std::size_t most_queued = 10'000;            // event ids in memory; the rest waits in the store
  std::chrono::milliseconds burst{2'000};      // what one citizen writes within it is answered together
  std::chrono::minutes quiet{12 * 60};         // of the bot, after an officer wrote
  std::map<content::unit_id, int> feedback{};  // the units that take it in, with their working days
  intents::random_below random = crypto::random_below;
  dossiers* own_dossiers = nullptr;              // none: nobody can tell of them
  photos* photographs = nullptr;                 // none: no photo goes with feedback
  std::set<store::account_id> photo_accounts{};  // whose citizens may send one
  std::shared_ptr<const crypto::sealer> seal{};
};

// Lives on the pipeline's loop. arrive() may be called from every thread, everything else only on that loop.
//
// A first message is answered at once; those that follow within a burst wait for its end and share a turn.
// In memory stand only ids, and a bounded number of them: what comes on top is passed over, and read from the
// store once there is room again.
class conversations {
 public:
  conversations(net::io_context& loop, store::store& keep, const cell<intents::mind>& minds,
                const cell<switchboard>& board, const directory& accounts, clock now,
                std::function<void()> on_replies, conversation_rules rules = {});

  void arrive(std::span<const store::arrival> fresh);  // in the order of the ids
  awaitable<result<void>> recover();  // at the start: events that a crash or a stop left unhandled
  bool idle() const;                  // nothing is at work, queued or just arriving

 private:
  struct line {  // of one conversation
    std::deque<store::event_id> waiting;
    bool at_work = false;
    bool resting = false;  // a turn was taken within the burst
  };
  struct rest {
    store::conversation_id of;
    std::chrono::steady_clock::time_point until;
  };

  void take_inbox();
  void take(const store::arrival& one);
  void queue(const store::arrival& one);
  void start_ready();
  void begin_rest(const store::conversation_id& id);
  awaitable<void> end_rests();
  void ended(const store::conversation_id& id, std::exception_ptr failure);
  void catch_up();
  awaitable<result<void>> refill();
  awaitable<void> work(store::conversation_id id);
  awaitable<std::optional<store::pending_event>> read(store::event_id id);
  awaitable<std::vector<store::pending_event>> read_together(const store::conversation_id& id);
  awaitable<void> handle(std::vector<store::pending_event> together);
  // What the store, and the city's service, know of the codes in a message.
  struct known {
    std::optional<intents::dossier_state> dossier;
    std::vector<intents::referral> referrals;
    std::vector<intents::ticket> tickets;
    std::optional<result<std::string>> photo;  // asked for by the feedback's dialogue
  };
  // The photo that this event brings, where the conversation waits for one: nothing else is ever fetched.
  awaitable<std::optional<result<std::string>>> photo_in(const store::pending_event& event);
  awaitable<known> look_up(const std::vector<store::pending_event>& together);
  store::finished_turn think(const std::vector<store::pending_event>& together, known codes) const;
  intents::setting setting_of(const std::vector<store::pending_event>& together, known codes) const;

  net::io_context& loop_;
  store::store& store_;
  const cell<intents::mind>& minds_;
  const cell<switchboard>& board_;
  const directory& accounts_;
  clock now_;
  std::function<void()> on_replies_;
  const conversation_rules rules_;

  mutable std::mutex inbox_mutex_;
  std::vector<store::arrival> inbox_;  // what arrived and the loop has not looked at
  store::event_id inbox_missed_{};     // the newest that found the inbox full
  bool inbox_noticed_ = false;         // the loop has been told to look

  std::unordered_map<store::conversation_id, line> lines_;
  std::deque<store::conversation_id> ready_;  // with something waiting, neither at work nor resting
  std::deque<rest> rests_;                    // soonest first, since all last as long
  bool ending_rests_ = false;
  std::size_t queued_ = 0;
  std::size_t at_work_ = 0;
  store::event_id newest_{};  // the newest that was queued
  store::event_id missed_{};  // the newest that was passed over
  bool behind_ = false;       // something was passed over: the store is read before anything else is taken
  bool refilling_ = false;
};

}  // namespace motcua::pipeline
