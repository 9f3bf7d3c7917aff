#include "server/channels/web/hub.hpp"

#include <boost/asio/post.hpp>
#include <deque>
#include <mutex>
#include <unordered_map>

namespace motcua::web {

namespace {

constexpr std::size_t streams_each = 4;
constexpr std::size_t most_recent = 1024;
constexpr auto kept_for = std::chrono::minutes{1};

struct recent_reply {
  store::conversation_id to;
  delivered what;
  std::chrono::steady_clock::time_point at;
};

}  // namespace

struct hub_state {
  mutable std::mutex mutex;
  std::unordered_map<store::conversation_id, std::vector<std::weak_ptr<bell>>> bells;
  std::deque<recent_reply> recent;
  bool closed = false;

  void drop_old() {
    const auto before = std::chrono::steady_clock::now() - kept_for;
    while (!recent.empty() && (recent.size() > most_recent || recent.front().at < before)) recent.pop_front();
  }
  std::vector<std::shared_ptr<bell>> of(const store::conversation_id& id) const {
    std::vector<std::shared_ptr<bell>> out;
    if (const auto at = bells.find(id); at != bells.end())
      for (const auto& each : at->second)
        if (auto alive = each.lock()) out.push_back(std::move(alive));
    return out;
  }
};

bell::bell(std::shared_ptr<hub_state> at, store::conversation_id of, const net::any_io_executor& loop)
    : hub_{std::move(at)}, conversation_{std::move(of)}, timer_{loop} {}

bell::~bell() {
  const std::lock_guard hold{hub_->mutex};
  const auto at = hub_->bells.find(conversation_);
  if (at == hub_->bells.end()) return;
  std::erase_if(at->second, [](const auto& each) { return each.expired(); });
  if (at->second.empty()) hub_->bells.erase(at);
}

void bell::ring(news what) {
  (what == news::ended ? ended_ : rung_) = true;
  timer_.cancel();
}

awaitable<bell::news> bell::wait(std::chrono::milliseconds at_most) {
  if (!rung_ && !ended_) {
    timer_.expires_after(at_most);
    auto [stopped] = co_await timer_.async_wait(as_result);
    if (stopped && !rung_) ended_ = true;  // the connection was cancelled
  }
  if (ended_) co_return news::ended;
  const auto what = rung_ ? news::rung : news::quiet;
  rung_ = false;
  co_return what;
}

hub::hub() : state_{std::make_shared<hub_state>()} {}

// Called without the lock: the last owner of a bell takes it to leave the table.
void hub::ring(const std::vector<std::shared_ptr<bell>>& bells, bell::news what) {
  for (const auto& each : bells) net::post(each->timer_.get_executor(), [each, what] { each->ring(what); });
}

void hub::deliver(const store::conversation_id& to, delivered what) {
  std::vector<std::shared_ptr<bell>> awake;
  {
    const std::lock_guard hold{state_->mutex};
    recent_reply row{to, std::move(what), std::chrono::steady_clock::now()};
    state_->recent.push_back(std::move(row));
    state_->drop_old();
    awake = state_->of(to);
  }
  ring(awake, bell::news::rung);
}

std::vector<delivered> hub::recent(const store::conversation_id& of, store::outbox_id after) const {
  const std::lock_guard hold{state_->mutex};
  state_->drop_old();
  std::vector<delivered> out;
  for (const auto& each : state_->recent)
    if (each.to == of && each.what.id > after) out.push_back(each.what);
  return out;
}

std::shared_ptr<bell> hub::listen(const store::conversation_id& to, const net::any_io_executor& loop) {
  auto made = std::make_shared<bell>(state_, to, loop);
  std::vector<std::shared_ptr<bell>> others;
  {
    const std::lock_guard hold{state_->mutex};
    made->ended_ = state_->closed;
    others = state_->of(to);
    state_->bells[to].push_back(made);
  }
  others.resize(others.size() < streams_each ? 0 : others.size() - streams_each + 1);
  ring(others, bell::news::ended);
  return made;
}

void hub::end(const store::conversation_id& of) {
  std::vector<std::shared_ptr<bell>> ended;
  {
    const std::lock_guard hold{state_->mutex};
    std::erase_if(state_->recent, [&](const auto& each) { return each.to == of; });
    ended = state_->of(of);
  }
  ring(ended, bell::news::ended);
}

void hub::close() {
  std::vector<std::shared_ptr<bell>> ended;
  {
    const std::lock_guard hold{state_->mutex};
    state_->closed = true;
    for (const auto& [id, all] : state_->bells)
      for (const auto& each : all)
        if (auto alive = each.lock()) ended.push_back(std::move(alive));
  }
  ring(ended, bell::news::ended);
}

}  // namespace motcua::web
