// What may go out through one account, and when: a rate, a number on their way at once, and a breaker that
// spares a platform, and the others' places, while it fails. A value: the clock is passed in.
#pragma once

#include <chrono>

#include "server/pipeline/channel.hpp"

namespace motcua::pipeline {

struct lane_rules {
  double per_second =
      10;  // sends; zalo-oa.md 8 and messenger.md 3.5 allow more, their limits are not certain
  double burst = 10;
  int most_in_flight = 16;
  int failures_to_open = 5;  // in a row
  std::chrono::milliseconds first_pause{5'000};
  std::chrono::milliseconds longest_pause{5 * 60'000};
};

class lane {
 public:
  using instant = store::instant;

  explicit lane(lane_rules rules) : rules_{rules}, tokens_{rules.burst} {}

  // Whether a reply may be started now; if not, when to look again at the latest. What is on its way ends
  // with a wake of its own.
  bool may_start(instant now) const;
  instant look_again(instant now) const;

  void started() { ++in_flight_; }
  void ended() { --in_flight_; }
  // Takes the right to send one message; how long to wait before using it.
  std::chrono::milliseconds take(instant now);

  enum class change { none, opened, closed };
  change learn(send_status what, instant now);
  bool open(instant now) const { return now < closed_until_; }

 private:
  double tokens_at(instant now) const;

  lane_rules rules_;
  int in_flight_ = 0;
  double tokens_;  // below zero: promised, and waited for
  instant refilled_{};
  int failures_ = 0;
  bool failing_ = false;  // opened, and nothing has gone through since: one at a time
  std::chrono::milliseconds pause_{0};
  instant closed_until_{};
};

}  // namespace motcua::pipeline
