// The far end of a delivery: one object an account, which renders for its platform and sends.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "intents/dialogue/reply.hpp"
#include "server/async/result.hpp"
#include "server/store/records.hpp"

namespace motcua::pipeline {

enum class send_status {
  sent,            // the platform acknowledged it
  retry,           // it did not arrive; trying later may help
  unknown,         // it may have arrived: wait for the echo, then try once more
  undeliverable,   // it will never arrive
  account_halted,  // nothing of this account goes out until someone mends it; the row stays
};

struct send_outcome {
  send_status what = send_status::unknown;
  std::string reason;  // for staff, without anything of a citizen's: "zalo -230: no interaction in 7 days"
  std::string platform_message_id;    // where sent
  std::chrono::milliseconds wait{0};  // the least time before the next try, where the platform says one
  bool person_there = false;          // undeliverable, since somebody else has the conversation
};

struct tended {
  std::string trouble;                        // what a person must mend; empty: nothing
  std::optional<store::instant> grant_until;  // when its tokens can no longer be renewed, where that is known
};

// Lives on the pipeline's loop; every member is called there.
class channel {
 public:
  virtual ~channel() = default;

  // The platform messages of a reply, in order, each within the platform's limits. Pure and deterministic: a
  // delivery that was interrupted after two of them goes on with the third.
  virtual std::vector<std::string> render(const store::outgoing& message) const = 0;
  virtual awaitable<send_outcome> send(const store::outgoing& message, int part, const std::string& body) = 0;
  // What the platform's echo of a message will be known by; empty where it carries an id of ours. Of a
  // message that may go out in several forms the traces of all, parted by blanks.
  virtual std::string trace_of(const std::string&) const { return {}; }
  // Whether what is sent leaves this machine, so that its fate may be unknown.
  virtual bool may_lose_track() const noexcept { return true; }
  // "Somebody is writing": sent before the first part of an answer, where the platform has it. Failure does
  // not matter.
  virtual awaitable<void> show_typing(std::string address);
  // Called once an hour, with or without traffic: renew what ends, restore what was dropped.
  virtual awaitable<tended> tend();
};

}  // namespace motcua::pipeline
