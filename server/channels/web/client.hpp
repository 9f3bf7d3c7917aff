// The far end of a web delivery: the row in the store is the delivery, the open pages are told to read it.
#pragma once

#include "server/channels/web/hub.hpp"
#include "server/pipeline/channel.hpp"

namespace motcua::web {

// Lives on the pipeline's loop. The hub outlives it. A send never fails: whoever is away reads the row later.
class client final : public pipeline::channel {
 public:
  explicit client(hub& pages) : hub_{pages} {}

  std::vector<std::string> render(const store::outgoing& message) const override;  // always one body
  awaitable<pipeline::send_outcome> send(const store::outgoing& message, int part,
                                         const std::string& body) override;
  bool may_lose_track() const noexcept override { return false; }

 private:
  hub& hub_;
};

}  // namespace motcua::web
