// Sends answers through one Page: the far end of a delivery (messenger.md 3).
#pragma once

#include <boost/asio/io_context.hpp>

#include "server/channels/messenger/account.hpp"
#include "server/channels/messenger/answer.hpp"
#include "server/http/client.hpp"
#include "server/pipeline/channel.hpp"
#include "server/pipeline/clock.hpp"

namespace motcua::messenger {

// Lives on the pipeline's loop. Throws std::runtime_error if the account's `graph` is not an address.
//
// A message older than 23 h 55 min is undeliverable here: past the 24-hour window only a person may write
// (messenger.md 5.1). While Facebook limits the Page, sends end as retries without a call.
class client final : public pipeline::channel {
 public:
  client(net::io_context& loop, account who, pipeline::clock now);

  std::vector<std::string> render(const store::outgoing& message) const override;
  awaitable<pipeline::send_outcome> send(const store::outgoing& message, int part,
                                         const std::string& body) override;
  // "typing_on", in a call of its own: together with a message it is refused (100/2018014).
  awaitable<void> show_typing(std::string address) override;
  // Looks whether the token is good and the Page still sends us its events, and asks for those it does not.
  awaitable<pipeline::tended> tend() override;

 private:
  http::request request_for(std::string body) const;
  std::string proof() const;  // as query parameters
  pipeline::send_outcome outcome_of(const graph_answer& read, unsigned status, int failed_before);
  pipeline::send_outcome outcome_of(const graph_error& error, std::chrono::minutes regain, int failed_before);

  const account who_;
  const pipeline::clock now_;
  http::client api_;
  store::instant resume_at_{};  // before this, Facebook does not want to hear of the Page
};

}  // namespace motcua::messenger
