#include "server/pipeline/lane.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace motcua::pipeline {
namespace {

using std::chrono::milliseconds;

// The platform has answered for this one message: it works.
bool went_through(send_status what) {
  return what == send_status::sent || what == send_status::undeliverable;
}

}  // namespace

double lane::tokens_at(instant now) const {
  if (refilled_ == instant{}) return tokens_;
  const double seconds = std::max(0.0, std::chrono::duration<double>(now - refilled_).count());
  return std::min(rules_.burst, tokens_ + seconds * rules_.per_second);
}

// One more may wait for its turn, so that the next is ready when it comes.
bool lane::may_start(instant now) const {
  return !open(now) && in_flight_ < (failing_ ? 1 : rules_.most_in_flight) && tokens_at(now) > -1;
}

lane::instant lane::look_again(instant now) const {
  if (open(now)) return closed_until_;
  const double missing = -1 - tokens_at(now);
  if (missing < 0) return now + rules_.longest_pause;  // full: whatever ends rings
  return now + milliseconds{static_cast<std::int64_t>(std::ceil(1000 * missing / rules_.per_second)) + 1};
}

milliseconds lane::take(instant now) {
  tokens_ = tokens_at(now) - 1;
  refilled_ = std::max(refilled_, now);
  if (tokens_ >= 0) return milliseconds{0};
  return milliseconds{static_cast<std::int64_t>(std::ceil(-1000 * tokens_ / rules_.per_second))};
}

lane::change lane::learn(send_status what, instant now) {
  if (went_through(what)) {
    const bool was_failing = std::exchange(failing_, false);
    failures_ = 0;
    pause_ = milliseconds{0};
    closed_until_ = instant{};
    return was_failing ? change::closed : change::none;
  }
  ++failures_;
  const bool hopeless = what == send_status::account_halted;
  if (!hopeless && failures_ < rules_.failures_to_open && !failing_) return change::none;
  const bool first = !failing_;
  failing_ = true;
  pause_ = hopeless ? rules_.longest_pause : std::clamp(2 * pause_, rules_.first_pause, rules_.longest_pause);
  closed_until_ = now + pause_;
  return first ? change::opened : change::none;
}

}  // namespace motcua::pipeline
