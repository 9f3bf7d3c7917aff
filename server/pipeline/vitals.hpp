// How each account is doing: what came in, what went out, what is wrong. For /readyz, the doctor and alarms;
// nothing of a citizen's.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "server/store/records.hpp"

namespace motcua::pipeline {

struct account_vitals {
  std::optional<store::instant> last_event;   // the last webhook that was kept
  std::optional<store::instant> last_sent;    // the last answer that the platform acknowledged
  std::uint64_t kept = 0;                     // webhooks since the start
  std::uint64_t refused = 0;                  // of a wrong signature
  std::uint64_t turned_away = 0;              // because the store was too busy
  bool paused = false;                        // its platform fails: sends wait
  std::string trouble;                        // what a person must mend; empty: nothing
  std::optional<store::instant> grant_until;  // when its tokens can no longer be renewed
};

// Called from every thread.
class vitals {
 public:
  template <class Note>
  void note(const store::account_id& account, Note how) {  // how(account_vitals&)
    const std::lock_guard hold{mutex_};
    how(accounts_[account]);
  }
  std::map<store::account_id, account_vitals> all() const {
    const std::lock_guard hold{mutex_};
    return accounts_;
  }

 private:
  mutable std::mutex mutex_;
  std::map<store::account_id, account_vitals> accounts_;
};

}  // namespace motcua::pipeline
