#include "server/staff/sessions.hpp"

#include "server/crypto/digest.hpp"
#include "server/crypto/random.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::staff {

using store::sqlite::from_ms;
using store::sqlite::to_ms;

namespace {

constexpr std::size_t longest_token = 64;

std::string hash_of(const std::string& token) {
  return crypto::sha256_hex({token});
}

}  // namespace

opened_session open_session(connection& db, person_id who, instant now) {
  opened_session made;
  made.token = crypto::random_base64url();
  made.kept = {hash_of(made.token), who, crypto::random_base64url(), now, now, now};
  query put{db,
            "INSERT INTO session (token_hash, person, csrf, opened_at, seen_at, confirmed_at) "
            "VALUES (?1, ?2, ?3, ?4, ?4, ?4)"};
  put.bind(made.kept.token_hash, static_cast<std::int64_t>(who), made.kept.csrf, to_ms(now));
  put.run();
  return made;
}

std::optional<session> find_session(connection& db, const std::string& token, instant now) {
  if (token.empty() || token.size() > longest_token) return std::nullopt;
  const auto hash = hash_of(token);
  query row{db,
            "SELECT person, csrf, opened_at, seen_at, confirmed_at FROM session "
            "WHERE token_hash = ? AND seen_at > ? AND opened_at > ?"};
  row.bind(hash, to_ms(now - session_idle), to_ms(now - session_life));
  if (!row.step()) return std::nullopt;
  return session{hash,
                 person_id{row.column(0).getInt64()},
                 row.column(1).getString(),
                 from_ms(row.column(2).getInt64()),
                 from_ms(row.column(3).getInt64()),
                 from_ms(row.column(4).getInt64())};
}

void touch_session(connection& db, const session& which, instant now) {
  query row{db, "UPDATE session SET seen_at = ? WHERE token_hash = ?"};
  row.bind(to_ms(now), which.token_hash);
  row.run();
  query seen{db, "UPDATE person SET last_seen = ? WHERE id = ?"};
  seen.bind(to_ms(now), static_cast<std::int64_t>(which.who));
  seen.run();
}

void confirm_session(connection& db, const session& which, instant now) {
  query row{db, "UPDATE session SET confirmed_at = ? WHERE token_hash = ?"};
  row.bind(to_ms(now), which.token_hash);
  row.run();
}

void end_session(connection& db, const std::string& token_hash) {
  query row{db, "DELETE FROM session WHERE token_hash = ?"};
  row.bind(token_hash);
  row.run();
}

void end_sessions_of(connection& db, person_id who) {
  query row{db, "DELETE FROM session WHERE person = ?"};
  row.bind(static_cast<std::int64_t>(who));
  row.run();
}

void forget_ended_sessions(connection& db, instant now) {
  query row{db, "DELETE FROM session WHERE seen_at <= ? OR opened_at <= ?"};
  row.bind(to_ms(now - session_idle), to_ms(now - session_life));
  row.run();
}

}  // namespace motcua::staff
