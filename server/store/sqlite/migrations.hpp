// The schema, as numbered steps that are applied once, in order, each in a transaction of its own.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

namespace motcua::store {

// Brings the database up to date. Throws std::runtime_error if it was written by a newer version of the
// program.
// `upto`: no further than to that version, as an older program left a database.
void migrate(SQLite::Database& db, std::optional<int> upto = std::nullopt);

}  // namespace motcua::store
