// Web chat sessions: who holds the token may speak in one conversation of one account. Not an identity:
// nothing of a citizen's file is ever shown on its strength (messenger.md 7.2).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/channels/web/token.hpp"
#include "server/pipeline/intake.hpp"
#include "server/store/store.hpp"

namespace motcua::web {

inline constexpr auto idle_end = std::chrono::hours{24};          // since the last question
inline constexpr auto absolute_end = std::chrono::hours{24 * 7};  // since the start

// Where the pipeline answers a session: opaque outside this channel, and no way back to the token.
std::string address_of(std::string_view token_hash);

// The token of "Bearer <token>"; empty for anything else.
std::string_view bearer(std::string_view authorization) noexcept;

// Used from every loop; what it refers to outlives it.
class sessions {
 public:
  sessions(store::store& keep, const pipeline::intake& names, pipeline::clock now, random_source random);

  awaitable<result<std::string>> open(store::account_id account);  // the token: told once, never kept
  // nullopt: no such session, or it has ended. `authorization` is the header as it came.
  awaitable<result<std::optional<store::web_session>>> find(std::string authorization);
  awaitable<result<void>> touch(
      store::web_session session);  // the citizen asked something: idle time starts anew
  awaitable<result<void>> close(store::web_session session);

 private:
  store::store& store_;
  const pipeline::intake& names_;
  pipeline::clock now_;
  random_source random_;
};

}  // namespace motcua::web
