#include "server/channels/zalo/tokens.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <stdexcept>

#include "server/async/failure.hpp"
#include "server/channels/zalo/grant.hpp"
#include "server/crypto/digest.hpp"
#include "server/http/client.hpp"

namespace motcua::zalo {
namespace {

using namespace std::chrono_literals;

constexpr auto refresh_when_less_than = 5h;         // zalo-oa.md 3.4: 4 to 6
constexpr auto first_pair_life = 25h;               // its age is unknown: -216 or -220 tells the truth sooner
constexpr auto grant_life = std::chrono::days{90};  // of a refresh token: three months
constexpr auto call_time = 10s;
constexpr auto pause_after_failure = 60s;
constexpr int tries = 3;  // with the same token, at once (zalo-oa.md 3.4, rule 4)

std::string trace_of(const std::string& token) {
  return token.empty() ? "none" : crypto::sha256_hex({token}).substr(0, 8);
}

http::origin origin_of(const account& who) {
  auto at = http::origin::parse(who.oauth);
  if (!at)
    throw std::runtime_error{"account " + who.id.str() + ": `oauth` must be https://host, without a path"};
  return *at;
}

}  // namespace

class tokens::keeper : public std::enable_shared_from_this<keeper> {
 public:
  keeper(net::io_context& loop, account who, store::store& keep, pipeline::clock now)
      : loop_{loop},
        who_{std::move(who)},
        store_{keep},
        now_{std::move(now)},
        oauth_{loop, origin_of(who_), 1, 4},
        ended_{loop, net::steady_timer::time_point::max()} {}

  awaitable<token_answer> current();
  awaitable<token_answer> instead_of(std::string refused);
  std::optional<store::instant> grant_until() const {
    if (pair_.refresh.empty()) return std::nullopt;
    return pair_.expires_at - first_pair_life + grant_life;
  }

 private:
  awaitable<bool> load();
  awaitable<bool> take(store::token_pair pair);  // makes it durable, then uses it
  awaitable<bool> take_configured();
  bool may_refresh() const;
  awaitable<void> refresh();  // starts one, or joins the one that runs
  awaitable<void> run();
  awaitable<refresh_answer> ask_zalo(std::string refresh_token);
  awaitable<token_answer> conclude();
  bool spent() const { return pair_.refresh.empty() || pair_.refresh == rejected_; }
  bool usable() const { return !pair_.access.empty() && pair_.access != refused_; }

  net::io_context& loop_;
  const account who_;
  store::store& store_;
  const pipeline::clock now_;
  http::client oauth_;
  net::steady_timer ended_;  // cancelled when a refresh ends: wakes those who joined it
  bool running_ = false;
  bool loaded_ = false;
  bool configured_tried_ = false;
  store::token_pair pair_;
  std::optional<store::token_pair> unsaved_;  // granted, but the store has not taken it yet: not to be used
  std::string refused_;                       // the access token that Zalo refused last
  std::string rejected_;                      // the refresh token that Zalo rejected last
  store::instant not_before_{};
};

awaitable<bool> tokens::keeper::take(store::token_pair pair) {
  unsaved_ = std::move(pair);
  const auto kept = co_await store_.keep_tokens(who_.id, *unsaved_, now_());
  if (!kept) {
    log::error("zalo.tokens_not_kept", {{"account", who_.id.str()}, {"reason", kept.error().message()}});
    not_before_ = now_() + pause_after_failure;
    co_return false;
  }
  pair_ = *std::exchange(unsaved_, std::nullopt);
  co_return true;
}

awaitable<bool> tokens::keeper::take_configured() {
  configured_tried_ = true;
  if (who_.access_token.empty() && who_.refresh_token.empty()) co_return true;
  store::token_pair first{who_.access_token, who_.refresh_token, now_() + first_pair_life};
  co_return co_await take(std::move(first));
}

// Again when what is here has no future: somebody may have put a new pair into the store.
awaitable<bool> tokens::keeper::load() {
  if (loaded_ && !spent()) co_return true;
  const auto kept = co_await store_.tokens(who_.id);
  if (!kept) co_return false;
  if (*kept) {
    pair_ = **kept;
  } else if (!loaded_ && !co_await take_configured()) {
    co_return false;
  }
  loaded_ = true;
  co_return true;
}

bool tokens::keeper::may_refresh() const {
  if (now_() < not_before_) return false;
  return unsaved_ || !spent();
}

awaitable<token_answer> tokens::keeper::current() {
  token_answer none;
  if (!co_await load()) co_return none;
  const bool due = !usable() || pair_.expires_at - now_() < refresh_when_less_than;
  if (due && may_refresh()) co_await refresh();
  co_return co_await conclude();
}

awaitable<token_answer> tokens::keeper::instead_of(std::string refused) {
  token_answer none;
  if (!co_await load()) co_return none;
  if (pair_.access == refused) {
    refused_ = std::move(refused);
    if (may_refresh()) co_await refresh();
  }
  co_return co_await conclude();
}

awaitable<token_answer> tokens::keeper::conclude() {
  token_answer answer;
  if (!usable() && spent() && !configured_tried_ && who_.refresh_token != pair_.refresh)
    co_await take_configured();
  if (usable()) {
    answer.what = token_state::ready;
    answer.access = pair_.access;
  } else if (!unsaved_ && spent()) {
    answer.what = token_state::needs_reconnect;
  }
  co_return answer;
}

awaitable<void> tokens::keeper::refresh() {
  if (!running_) {
    running_ = true;
    // Spawned apart: a caller that gives up must not take the answer, and with it the grant, to its grave.
    net::co_spawn(
        loop_, [self = shared_from_this()] { return self->run(); },
        [self = shared_from_this()](std::exception_ptr failure) {
          log_failure("zalo.refresh_failed", failure);
          self->running_ = false;
          self->ended_.cancel();
        });
  }
  while (running_) co_await ended_.async_wait(as_result);
}

awaitable<refresh_answer> tokens::keeper::ask_zalo(std::string refresh_token) {
  refresh_answer read;
  for (int i = 0; i < tries && read.what == refresh_answer::kind::lost; ++i) {
    auto request = refresh_request(who_, refresh_token);
    const auto called =
        co_await oauth_.call(std::move(request), std::chrono::steady_clock::now() + call_time);
    if (called.answer) read = read_refresh(*called.answer, now_());
  }
  co_return read;
}

awaitable<void> tokens::keeper::run() {
  if (unsaved_) {
    store::token_pair again = *unsaved_;
    co_await take(std::move(again));
    co_return;
  }
  const auto before = pair_;
  auto answer = co_await ask_zalo(before.refresh);
  if (answer.what == refresh_answer::kind::granted) {
    log::info("zalo.token_rotated", {{"account", who_.id.str()},
                                     {"from", trace_of(before.refresh)},
                                     {"to", trace_of(answer.pair.refresh)}});
    co_await take(std::move(answer.pair));
  } else if (answer.what == refresh_answer::kind::rejected) {
    rejected_ = before.refresh;
    log::error("zalo.needs_reconnect", {{"account", who_.id.str()},
                                        {"token", trace_of(before.refresh)},
                                        {"reason", answer.reason},
                                        {"advice", "an admin of the OA must grant the app anew"}});
  } else {
    not_before_ = now_() + pause_after_failure;
    log::error("zalo.refresh_lost", {{"account", who_.id.str()}, {"token", trace_of(before.refresh)}});
  }
}

tokens::tokens(net::io_context& loop, account who, store::store& keep, pipeline::clock now)
    : keeper_{std::make_shared<keeper>(loop, std::move(who), keep, std::move(now))} {}
tokens::~tokens() = default;

awaitable<token_answer> tokens::current() {
  return keeper_->current();
}
std::optional<store::instant> tokens::grant_until() const {
  return keeper_->grant_until();
}
awaitable<token_answer> tokens::instead_of(std::string refused) {
  return keeper_->instead_of(std::move(refused));
}

}  // namespace motcua::zalo
