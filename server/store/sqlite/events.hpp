// Statements over events, conversations and turns. Each function runs inside its caller's transaction.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::store::sqlite {

std::vector<conversation_id> append(SQLite::Database& db, const std::vector<new_event>& events);
std::vector<conversation_id> waiting_conversations(SQLite::Database& db);
std::optional<pending_event> next_event(SQLite::Database& db, const conversation_id& of);
void finish(SQLite::Database& db, const finished_turn& turn);

}  // namespace motcua::store::sqlite
