// The way in: what a channel understood of a body becomes durable.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/crypto/seal.hpp"
#include "server/pipeline/gate.hpp"
#include "server/pipeline/incoming.hpp"
#include "server/pipeline/vitals.hpp"
#include "server/store/store.hpp"

namespace motcua::pipeline {

// What goes on sealed, for its turn alone to read.
struct for_the_turn {
  std::shared_ptr<const crypto::sealer> seal{};
  bool dossier_codes = false;       // a service can tell of them; else they are only masked
  std::set<account_id> pictures{};  // of these accounts where pictures can be fetched
};

// Called from every loop.
class intake {
 public:
  // `on_settled`: an answer whose fate was uncertain is settled. Called from the loop that called accept();
  // must not block.
  intake(store::store& keep, std::string hash_key, clock now, std::function<void()> on_settled,
         vitals* health = nullptr, for_the_turn sealed = {});

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
  for_the_turn sealed_;
  gate gate_;
};

}  // namespace motcua::pipeline
