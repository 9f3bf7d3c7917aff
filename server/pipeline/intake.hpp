// The way in: what a channel understood of a body becomes durable.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/crypto/seal.hpp"
#include "server/pipeline/gate.hpp"
#include "server/pipeline/incoming.hpp"
#include "server/pipeline/vitals.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

// Called from every loop.
class intake {
 public:
  // `on_settled`: an answer whose fate was uncertain is settled. Called from the loop that called accept();
  // must not block. `seal`: where a service can tell of dossiers, their codes go sealed to the turn; without
  // it they are only masked.
  intake(store::store& keep, std::string hash_key, clock now, std::function<void()> on_settled,
         vitals* health = nullptr, std::shared_ptr<const crypto::sealer> seal = nullptr);

  awaitable<result<void>> load() { return gate_.load(); }
  awaitable<result<verdict>> judge(account_id account, bool signature_valid);

  // Ends when every event is durable: only then may the webhook be answered 200. An error is a 503.
  awaitable<result<void>> accept(account_id account, std::vector<incoming> events);

  // The conversation of a person on an account: a keyed hash, the same for ever under one key (law.md D-05).
  store::conversation_id conversation_of(const account_id& account, std::string_view address) const;

 private:
  awaitable<result<void>> keep(const account_id& account, std::vector<incoming> events);
  std::vector<store::new_event> to_store(const account_id& account,
                                         const std::vector<incoming>& events) const;

  store::store& store_;
  std::string hash_key_;
  clock now_;
  std::function<void()> on_settled_;
  vitals* health_;
  std::shared_ptr<const crypto::sealer> seal_;
  gate gate_;
};

}  // namespace motcua::pipeline
