// Looks after every account from time to time, whether it has traffic or not: tokens are renewed long before
// their end, subscriptions that a platform dropped are restored, and what only a person can mend is said.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>

#include "server/pipeline/clock.hpp"
#include "server/pipeline/directory.hpp"
#include "server/pipeline/vitals.hpp"

namespace motcua::pipeline {

// Lives on the pipeline's loop. Ends with it.
class tending {
 public:
  tending(net::io_context& loop, const directory& accounts, vitals& health, clock now)
      : loop_{loop}, accounts_{accounts}, health_{health}, now_{std::move(now)} {}

  awaitable<void> run();  // a round at the start, then one an hour
  awaitable<void> round();

 private:
  net::io_context& loop_;
  const directory& accounts_;
  vitals& health_;
  clock now_;
};

}  // namespace motcua::pipeline
