// Statements over the outbox. Each function runs inside its caller's transaction.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::store::sqlite {

std::vector<outgoing> due(SQLite::Database& db, instant now, int limit);
std::optional<instant> next_due(SQLite::Database& db, instant after);
void part_sent(SQLite::Database& db, outbox_id id, const std::string& platform_message);
void settle(SQLite::Database& db, outbox_id id, instant now, bool sent, const std::string& reason);
void retry(SQLite::Database& db, outbox_id id, instant at, const std::string& reason, bool uncertain);
bool confirm(SQLite::Database& db, const account_id& account, outbox_id id, int part);
std::vector<outgoing> replies_after(SQLite::Database& db, const conversation_id& of, outbox_id after,
                                    int limit);
store_counts counts(SQLite::Database& db);

}  // namespace motcua::store::sqlite
