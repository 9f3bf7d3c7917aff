// The schema, as numbered steps that are applied once, in order, each in a transaction of its own.
#pragma once

#include <SQLiteCpp/Database.h>

namespace motcua::store {

// Brings the database up to date. Throws std::runtime_error if it was written by a newer version of the
// program.
void migrate(SQLite::Database& db);

}  // namespace motcua::store
