// The rule of unproven and proven accounts (design, "Signatures"): what an invalid signature is answered.
#pragma once

#include <mutex>
#include <unordered_map>

#include "server/pipeline/clock.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

enum class verdict {
  process,  // verified: go on
  drop,     // not verified, account unproven: 200 and forget (the platforms' set-up checks need a 200)
  refuse,   // not verified, account proven: 401, so that the platform brings the message again
};

// Every loop may call every member.
class gate {
 public:
  gate(store::store& keep, clock now) : store_{keep}, now_{std::move(now)} {}

  awaitable<result<void>> load();  // must end before the first verdict
  // The first valid signature proves the account, durably, before the event is let in; errors are the
  // store's.
  awaitable<result<verdict>> judge(store::account_id account, bool signature_valid);

 private:
  struct account_state {
    bool proven = false;
    std::uint64_t invalid = 0;
  };
  verdict refuse_or_drop(const store::account_id& account);

  store::store& store_;
  clock now_;
  std::mutex mutex_;
  std::unordered_map<store::account_id, account_state> accounts_;
};

}  // namespace motcua::pipeline
