// Sends answers through one OA: the far end of a delivery.
#pragma once

#include <boost/asio/io_context.hpp>

#include "server/channels/zalo/account.hpp"
#include "server/channels/zalo/errors.hpp"
#include "server/channels/zalo/render.hpp"
#include "server/channels/zalo/tokens.hpp"
#include "server/http/client.hpp"
#include "server/pipeline/channel.hpp"

namespace motcua::zalo {

// Lives on the pipeline's loop. Throws std::runtime_error if the account's `api` or `oauth` is not an
// address.
//
// A send is at most three calls: one more with a renewed token, one more without buttons. A message older
// than the 48 hours in which answers are free is undeliverable here: no message is ever charged for
// (zalo-oa.md 5).
class client final : public pipeline::channel {
 public:
  client(net::io_context& loop, account who, store::store& keep, pipeline::clock now,
         std::string menu_hint = std::string{default_menu_hint});

  std::vector<std::string> render(const store::outgoing& message) const override;
  awaitable<pipeline::send_outcome> send(const store::outgoing& message, int part,
                                         const std::string& body) override;
  awaitable<pipeline::tended> tend() override;
  std::string trace_of(const std::string& body) const override;

 private:
  awaitable<http::call_result> post(std::string path, std::string body, std::string token);
  pipeline::send_outcome outcome_of(const reaction& how, int code, const std::string& said,
                                    int attempts) const;
  void count_refusal();

  const account who_;
  const render_options form_;
  const pipeline::clock now_;
  http::client api_;
  tokens tokens_;
  int refusals_ = 0;  // of buttons, one after another
};

}  // namespace motcua::zalo
