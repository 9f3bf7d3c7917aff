// The schema, as numbered steps that are applied once, in order, each in a transaction of its own.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <optional>
#include <span>

namespace motcua::store {

using schema = std::span<const char* const>;  // the steps of one database, the oldest first; of static life

schema conversations_schema() noexcept;  // of motcua.db

// Brings the database up to date. Throws std::runtime_error if it was written by a newer version of the
// program.
// `upto`: no further than to that version, as an older program left a database.
void migrate(SQLite::Database& db, schema steps, std::optional<int> upto = std::nullopt);

// Makes the file where it is not there, and brings it up to date. WAL, synchronous=FULL.
SQLite::Database open_database(const std::filesystem::path& file, schema steps);

}  // namespace motcua::store
