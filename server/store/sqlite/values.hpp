// Between the store's types and SQLite's columns.
#pragma once

#include "server/store/records.hpp"

namespace motcua::store::sqlite {

inline std::int64_t to_ms(instant at) {
  return at.time_since_epoch().count();
}
inline instant from_ms(std::int64_t ms) {
  return instant{std::chrono::milliseconds{ms}};
}
inline std::int64_t number(event_id id) {
  return static_cast<std::int64_t>(id);
}
inline std::int64_t number(outbox_id id) {
  return static_cast<std::int64_t>(id);
}

}  // namespace motcua::store::sqlite
