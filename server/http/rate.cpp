#include "server/http/rate.hpp"

#include <algorithm>

namespace motcua::http {

using std::chrono::milliseconds;

namespace {
constexpr auto a_minute = std::chrono::minutes{1};
}

std::optional<milliseconds> meter::take(const pace& at, instant now) {
  // A clock that was set back must not lock anyone out.
  const auto passed = std::max(milliseconds{0}, now - counted_at_);
  const double refill = static_cast<double>(at.refill.count());
  spent_ = std::max(0.0, spent_ - static_cast<double>(passed.count()) / refill);
  counted_at_ = now;
  while (!minute_.empty() && (now - minute_.front() >= a_minute || minute_.front() > now))
    minute_.pop_front();

  if (static_cast<int>(minute_.size()) >= at.per_minute) return minute_.front() + a_minute - now;
  const double missing = spent_ + 1.0 - at.burst;
  if (missing > 1e-9) return milliseconds{static_cast<milliseconds::rep>(missing * refill) + 1};

  spent_ += 1.0;
  minute_.push_back(now);
  return std::nullopt;
}

bool meter::idle(instant now) const noexcept {
  return minute_.empty() || now - minute_.back() >= a_minute;
}

std::optional<milliseconds> meters::take(const std::string& key, instant now) {
  const std::lock_guard hold{mutex_};
  if (!by_key_.contains(key) && by_key_.size() >= most_) {
    std::erase_if(by_key_, [&](const auto& each) { return each.second.idle(now); });
    if (by_key_.size() >= most_) return a_minute;
  }
  return by_key_[key].take(pace_, now);
}

std::string network_of(const net::ip::address& remote) {
  if (remote.is_v4()) return remote.to_string();
  const auto v6 = remote.to_v6();
  if (v6.is_v4_mapped()) return net::ip::make_address_v4(net::ip::v4_mapped, v6).to_string();
  const auto bytes = v6.to_bytes();
  return std::string{bytes.begin(), bytes.begin() + 8};
}

}  // namespace motcua::http
