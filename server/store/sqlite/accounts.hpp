// Statements over accounts, their tokens, and the sessions of the web chat.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/records.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store::sqlite {

std::vector<account_id> proven_accounts(connection& db);
void prove(connection& db, const account_id& account, instant now);
std::optional<token_pair> tokens(connection& db, const account_id& account);
void keep_tokens(connection& db, const account_id& account, const token_pair& pair, instant now);

void open_session(connection& db, const web_session& session);
std::optional<web_session> session(connection& db, const std::string& token_hash);
void touch_session(connection& db, const std::string& token_hash, instant now);
void close_session(connection& db, const std::string& token_hash);

}  // namespace motcua::store::sqlite
