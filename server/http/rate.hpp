// How fast one sender may go, and a bounded table of senders. Time is passed in.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/async/result.hpp"

namespace motcua::http {

using instant = std::chrono::sys_time<std::chrono::milliseconds>;

struct pace {
  int burst = 5;                            // at once
  std::chrono::milliseconds refill{1'000};  // then one each
  int per_minute = 30;                      // and never more than this in any minute
};

// A token bucket with a sliding minute on top: the bucket alone would let burst + 60 pass in the first
// minute.
class meter {
 public:
  // nullopt: go on, and it is counted. Otherwise the time until it would pass; nothing is counted.
  std::optional<std::chrono::milliseconds> take(const pace& at, instant now);
  bool idle(instant now) const noexcept;  // knows nothing any more that matters

 private:
  double spent_ = 0;  // tokens out of the bucket
  instant counted_at_{};
  std::deque<instant> minute_;
};

// Meters by key, for every thread. Keys are digests or network addresses: they stay in memory only.
class meters {
 public:
  explicit meters(pace each, std::size_t most = 20'000) : pace_{each}, most_{most} {}

  // As meter::take. With the table full of busy senders a new one is told to wait a minute.
  std::optional<std::chrono::milliseconds> take(const std::string& key, instant now);

 private:
  pace pace_;
  std::size_t most_;
  std::mutex mutex_;
  std::unordered_map<std::string, meter> by_key_;
};

// Whose meter an address counts on: an IPv6 customer has a whole /64.
std::string network_of(const net::ip::address& remote);

}  // namespace motcua::http
