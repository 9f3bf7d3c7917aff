#include "server/store/sqlite/accounts.hpp"

#include <SQLiteCpp/Statement.h>

#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {

std::vector<account_id> proven_accounts(SQLite::Database& db) {
  SQLite::Statement rows{db, "SELECT id FROM account WHERE proven_at IS NOT NULL"};
  std::vector<account_id> all;
  while (rows.executeStep()) all.emplace_back(rows.getColumn(0).getString());
  return all;
}

void prove(SQLite::Database& db, const account_id& account, instant now) {
  SQLite::Statement row{db,
                        "INSERT INTO account (id, proven_at) VALUES (?, ?) "
                        "ON CONFLICT (id) DO UPDATE SET proven_at = COALESCE(proven_at, excluded.proven_at)"};
  SQLite::bind(row, account.str(), to_ms(now));
  row.exec();
}

std::optional<token_pair> tokens(SQLite::Database& db, const account_id& account) {
  SQLite::Statement row{db,
                        "SELECT access_token, refresh_token, expires_at FROM account "
                        "WHERE id = ? AND access_token IS NOT NULL"};
  row.bind(1, account.str());
  if (!row.executeStep()) return std::nullopt;
  return token_pair{row.getColumn(0).getString(), row.getColumn(1).getString(),
                    from_ms(row.getColumn(2).getInt64())};
}

void keep_tokens(SQLite::Database& db, const account_id& account, const token_pair& pair, instant now) {
  SQLite::Statement row{db,
                        "INSERT INTO account (id, access_token, refresh_token, expires_at, tokens_at) "
                        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET "
                        "previous_access_token = access_token, previous_refresh_token = refresh_token, "
                        "access_token = ?2, refresh_token = ?3, expires_at = ?4, tokens_at = ?5"};
  SQLite::bind(row, account.str(), pair.access, pair.refresh, to_ms(pair.expires_at), to_ms(now));
  row.exec();
}

void open_session(SQLite::Database& db, const web_session& session) {
  SQLite::Statement row{db,
                        "INSERT INTO web_session (token_hash, conversation, account, created_at, seen_at) "
                        "VALUES (?, ?, ?, ?, ?)"};
  SQLite::bind(row, session.token_hash, session.conversation.str(), session.account.str(),
               to_ms(session.created_at), to_ms(session.seen_at));
  row.exec();
}

std::optional<web_session> session(SQLite::Database& db, const std::string& token_hash) {
  SQLite::Statement row{
      db, "SELECT conversation, account, created_at, seen_at FROM web_session WHERE token_hash = ?"};
  row.bind(1, token_hash);
  if (!row.executeStep()) return std::nullopt;
  return web_session{token_hash, conversation_id{row.getColumn(0).getString()},
                     account_id{row.getColumn(1).getString()}, from_ms(row.getColumn(2).getInt64()),
                     from_ms(row.getColumn(3).getInt64())};
}

void touch_session(SQLite::Database& db, const std::string& token_hash, instant now) {
  SQLite::Statement row{db, "UPDATE web_session SET seen_at = ? WHERE token_hash = ?"};
  SQLite::bind(row, to_ms(now), token_hash);
  row.exec();
}

void close_session(SQLite::Database& db, const std::string& token_hash) {
  SQLite::Statement row{db, "DELETE FROM web_session WHERE token_hash = ?"};
  row.bind(1, token_hash);
  row.exec();
}

}  // namespace motcua::store::sqlite
