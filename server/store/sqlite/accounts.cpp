#include "server/store/sqlite/accounts.hpp"

#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {

std::vector<account_id> proven_accounts(connection& db) {
  query rows{db, "SELECT id FROM account WHERE proven_at IS NOT NULL"};
  std::vector<account_id> all;
  while (rows.step()) all.emplace_back(rows.column(0).getString());
  return all;
}

void prove(connection& db, const account_id& account, instant now) {
  query row{db,
            "INSERT INTO account (id, proven_at) VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET proven_at = COALESCE(proven_at, excluded.proven_at)"};
  row.bind(account.str(), to_ms(now));
  row.run();
}

std::optional<token_pair> tokens(connection& db, const account_id& account) {
  query row{db,
            "SELECT access_token, refresh_token, expires_at FROM account "
            "WHERE id = ? AND access_token IS NOT NULL"};
  row.bind(account.str());
  if (!row.step()) return std::nullopt;
  return token_pair{row.column(0).getString(), row.column(1).getString(), from_ms(row.column(2).getInt64())};
}

void keep_tokens(connection& db, const account_id& account, const token_pair& pair, instant now) {
  query row{db,
            "INSERT INTO account (id, access_token, refresh_token, expires_at, tokens_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET "
            "previous_access_token = access_token, previous_refresh_token = refresh_token, "
            "access_token = ?2, refresh_token = ?3, expires_at = ?4, tokens_at = ?5"};
  row.bind(account.str(), pair.access, pair.refresh, to_ms(pair.expires_at), to_ms(now));
  row.run();
}

void open_session(connection& db, const web_session& session) {
  query row{db,
            "INSERT INTO web_session (token_hash, conversation, account, created_at, seen_at) "
            "VALUES (?, ?, ?, ?, ?)"};
  row.bind(session.token_hash, session.conversation.str(), session.account.str(), to_ms(session.created_at),
           to_ms(session.seen_at));
  row.run();
}

std::optional<web_session> session(connection& db, const std::string& token_hash) {
  query row{db, "SELECT conversation, account, created_at, seen_at FROM web_session WHERE token_hash = ?"};
  row.bind(token_hash);
  if (!row.step()) return std::nullopt;
  return web_session{token_hash, conversation_id{row.column(0).getString()},
                     account_id{row.column(1).getString()}, from_ms(row.column(2).getInt64()),
                     from_ms(row.column(3).getInt64())};
}

void touch_session(connection& db, const std::string& token_hash, instant now) {
  query row{db, "UPDATE web_session SET seen_at = ? WHERE token_hash = ?"};
  row.bind(to_ms(now), token_hash);
  row.run();
}

void close_session(connection& db, const std::string& token_hash) {
  query row{db, "DELETE FROM web_session WHERE token_hash = ?"};
  row.bind(token_hash);
  row.run();
}

}  // namespace motcua::store::sqlite
