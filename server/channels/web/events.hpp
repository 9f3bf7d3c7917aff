// The replies of a conversation, as a list or as a stream of Server-Sent Events.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/channels/web/hub.hpp"
#include "server/http/exchange.hpp"
#include "server/store/store.hpp"

namespace motcua::web {

struct stream_bounds {
  std::chrono::milliseconds heartbeat{15'000};  // a comment line, so that proxies keep the connection
  std::chrono::milliseconds life{
      600'000};  // then the page connects again, with a session that is looked at anew
};

// What both read from. Shared by every stream; the store and the hub outlive it.
struct feed {
  store::store& store;
  hub& pages;
  stream_bounds bounds;
};

// Above `after`, oldest first, at most 50: rows of the store, and what the hub still holds of erased ones.
awaitable<result<std::vector<delivered>>> replies_above(std::shared_ptr<const feed> from,
                                                        store::conversation_id of, store::outbox_id after);

// "id: 7\nevent: reply\ndata: {…}\n\n"
std::string event_text(const delivered& reply);

// Returns when the peer is gone, the conversation has been erased, the server stops, or the stream is old.
awaitable<void> run_stream(std::shared_ptr<const feed> from, store::conversation_id of,
                           store::outbox_id after, http::stream_writer& out);

// The later of `after` in the query and Last-Event-ID: 0 where there is neither; nullopt where one is no
// number.
std::optional<store::outbox_id> cursor_of(const http::exchange& ex);

}  // namespace motcua::web
