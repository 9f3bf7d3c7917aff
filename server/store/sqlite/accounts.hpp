// Statements over accounts, their tokens, and the sessions of the web chat.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::store::sqlite {

std::vector<account_id> proven_accounts(SQLite::Database& db);
void prove(SQLite::Database& db, const account_id& account, instant now);
std::optional<token_pair> tokens(SQLite::Database& db, const account_id& account);
void keep_tokens(SQLite::Database& db, const account_id& account, const token_pair& pair, instant now);

void open_session(SQLite::Database& db, const web_session& session);
std::optional<web_session> session(SQLite::Database& db, const std::string& token_hash);
void touch_session(SQLite::Database& db, const std::string& token_hash, instant now);
void close_session(SQLite::Database& db, const std::string& token_hash);

}  // namespace motcua::store::sqlite
