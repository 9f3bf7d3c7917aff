#include "server/channels/web/client.hpp"

#include "server/channels/web/render.hpp"

namespace motcua::web {

std::vector<std::string> client::render(const store::outgoing& message) const {
  return {web::render(message)};
}

awaitable<pipeline::send_outcome> client::send(const store::outgoing& message, int, const std::string& body) {
  hub_.deliver(message.conversation, delivered{message.id, body});
  pipeline::send_outcome done;
  done.what = pipeline::send_status::sent;
  done.platform_message_id = std::to_string(static_cast<std::int64_t>(message.id));
  co_return done;
}

}  // namespace motcua::web
