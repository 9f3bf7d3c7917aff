// Delivery: takes answers from the outbox, renders and sends them through their channel, and settles each
// one.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "server/async/bell.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/directory.hpp"
#include "server/pipeline/vitals.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

// 0 to 1, for the jitter of a retry; passed in, so that tests know it.
using chance = std::function<double()>;

// How long to wait before try `attempts` + 1: 1, 2, 4 ... seconds up to five minutes, each shortened by up to
// a half.
std::chrono::milliseconds retry_pause(int attempts, double random);

// Lives on the pipeline's loop. wake() may be called from every thread, everything else only on that loop.
class delivery {
 public:
  delivery(net::io_context& loop, store::store& keep, const directory& accounts, clock now, chance random,
           vitals* health = nullptr);

  void wake();
  // At the start: what was on its way when the program ended may have arrived; its echo is waited for first.
  awaitable<result<void>> recover();
  awaitable<void> run();  // until stop()
  void stop();
  // Nothing is on its way and nothing is due now; what waits for a later try does not count.
  bool idle() const noexcept { return looked_ == asked_ && in_flight_.empty(); }

 private:
  lane& lane_of(const store::account_id& account);
  std::vector<store::account_id> held_back() const;  // accounts through which nothing may start now
  awaitable<void> start_due();
  awaitable<std::chrono::milliseconds> until_next();
  awaitable<void> deliver(store::outgoing message);
  awaitable<bool> send_parts(store::outgoing& message, channel& far_end);  // true: all parts are out
  awaitable<send_outcome> send_part(const store::outgoing& message, channel& far_end,
                                    const std::string& body);
  void learn(const store::account_id& account, const send_outcome& outcome);
  // Writes until the store has it: an acknowledgement that is forgotten would be a message sent twice.
  awaitable<void> keep(std::function<awaitable<result<void>>()> write);
  awaitable<void> settle(const store::outgoing& message, send_outcome outcome);
  awaitable<void> hush(const store::outgoing& message);

  net::io_context& loop_;
  store::store& store_;
  const directory& accounts_;
  clock now_;
  chance random_;
  vitals* health_;
  bell bell_;
  std::unordered_map<store::account_id, lane> lanes_;
  std::unordered_set<store::conversation_id> in_flight_;
  std::unordered_set<store::conversation_id> ended_;  // since the last look into the outbox began
  std::atomic<std::uint64_t> asked_{1};               // how often it was told to look, and
  std::uint64_t looked_ = 0;                          // which of these the last whole look had heard
  bool stopping_ = false;
};

}  // namespace motcua::pipeline
