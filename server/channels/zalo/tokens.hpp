// The access token of one OA, kept alive (zalo-oa.md 3.3, 3.4). Refresh tokens are single-use: a new pair is
// durable in the store before anyone uses it, there is one refresher at a time, and its caller cannot cancel
// it.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <string>

#include "server/async/result.hpp"
#include "server/channels/zalo/account.hpp"
#include "server/pipeline/clock.hpp"
#include "server/store/store.hpp"

namespace motcua::zalo {

enum class token_state {
  ready,
  later,            // the store or Zalo gave no answer: ask again in a minute
  needs_reconnect,  // Zalo rejected the refresh token: an admin of the OA must grant anew
};

struct token_answer {
  token_state what = token_state::later;
  std::string access;
};

// Lives on one loop, which the store must outlive; every member is called there. Never logs a token, only the
// first digits of its hash. Throws std::runtime_error if the account's `oauth` is not an address.
//
// The pair is the store's, or at the very first the configuration's. When Zalo rejects the store's pair, the
// configuration's is tried once: that is how a pasted new pair takes effect.
class tokens {
 public:
  tokens(net::io_context& loop, account who, store::store& keep, pipeline::clock now);
  ~tokens();
  tokens(const tokens&) = delete;
  tokens& operator=(const tokens&) = delete;

  // A token to send with; refreshed first where less than 5 hours remain. A failed refresh does no harm as
  // long as the token at hand has not been refused.
  awaitable<token_answer> current();
  // When the refresh token dies if nothing renews it (zalo-oa.md 3.3); none while no pair is known.
  std::optional<store::instant> grant_until() const;
  // Zalo answered -216 or -220 to `refused`.
  awaitable<token_answer> instead_of(std::string refused);

 private:
  class keeper;
  std::shared_ptr<keeper> keeper_;
};

}  // namespace motcua::zalo
