// Forgetting: a conversation on request, and whatever has grown old (law.md D-10, D-12, D-70).
#pragma once

#include "server/store/records.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store::sqlite {

// Words, state and records go at once; answers still on their way go with the last of them (see
// erase_if_out).
void erase(connection& db, const conversation_id& of);
// After an answer of `of` was settled: ends an erasure that was waiting for it.
void erase_if_out(connection& db, const conversation_id& of);
// One step of store::forget_before: at most `most` rows of each table. 0: nothing is left to forget.
std::int64_t forget_some_before(connection& db, instant before, int most);

}  // namespace motcua::store::sqlite
