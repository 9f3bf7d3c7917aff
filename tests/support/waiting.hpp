// What of a conversation waits in a store, for tests.
#pragma once

#include <optional>

#include "server/store/store.hpp"
#include "tests/support/await.hpp"

namespace motcua::tests {

// The oldest event of the conversation that no turn has handled.
inline std::optional<store::pending_event> next_event(store::store& keep, const store::conversation_id& of) {
  for (const auto& one : await(keep.waiting_events(store::event_id{}, 1000)).value())
    if (one.conversation == of) return await(keep.event(one.event)).value();
  return std::nullopt;
}

}  // namespace motcua::tests
