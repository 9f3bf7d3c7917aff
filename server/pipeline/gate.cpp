#include "server/pipeline/gate.hpp"

#include <bit>

#include "server/async/log.hpp"

namespace motcua::pipeline {

awaitable<result<void>> gate::load() {
  const auto proven = co_await store_.proven_accounts();
  if (!proven) co_return proven.error();
  const std::lock_guard hold{mutex_};
  for (const auto& id : *proven) accounts_[id].proven = true;
  co_return result<void>{};
}

awaitable<result<verdict>> gate::judge(store::account_id account, bool signature_valid) {
  if (!signature_valid) co_return refuse_or_drop(account);
  {
    const std::lock_guard hold{mutex_};
    if (accounts_[account].proven) co_return verdict::process;
  }
  const auto kept = co_await store_.prove(account, now_());
  if (!kept) co_return kept.error();
  const std::lock_guard hold{mutex_};
  accounts_[account].proven = true;
  log::info("account.proven", {{"account", account.str()}});
  co_return verdict::process;
}

verdict gate::refuse_or_drop(const store::account_id& account) {
  const std::lock_guard hold{mutex_};
  account_state& state = accounts_[account];
  ++state.invalid;
  // Anyone can cause these in floods: the log doubles its patience each time.
  if (std::has_single_bit(state.invalid)) {
    const char* advice = state.proven ? "refused: has the secret been changed at the platform?"
                                      : "dropped: check the account's secret in the configuration";
    log::error(
        "webhook.signature_invalid",
        {{"account", account.str()}, {"proven", state.proven}, {"count", state.invalid}, {"advice", advice}});
  }
  return state.proven ? verdict::refuse : verdict::drop;
}

}  // namespace motcua::pipeline
