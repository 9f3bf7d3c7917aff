#include "server/staff/people.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/crypto/digest.hpp"
#include "server/crypto/random.hpp"
#include "server/staff/units_column.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::staff {
namespace {

using nlohmann::json;
using store::sqlite::from_ms;
using store::sqlite::to_ms;

constexpr std::size_t longest_login = 40;
constexpr std::size_t longest_name = 200;  // bytes

std::int64_t number(person_id id) {
  return static_cast<std::int64_t>(id);
}

std::string names_of(const std::vector<role>& roles) {
  json all = json::array();
  for (const auto r : roles) all.push_back(name_of(r));
  return all.dump();
}

const std::string select_person =
    "SELECT id, login, name, roles, units, active, password IS NOT NULL, code_secret IS NOT NULL, "
    "created_at, "
    "last_seen FROM person ";
const std::string by_id = select_person + "WHERE id = ?";
const std::string by_login = select_person + "WHERE login = ?";
const std::string everybody = select_person + "ORDER BY login";
const std::string by_invitation =
    select_person +
    "JOIN invitation ON invitation.person = id WHERE token_hash = ? AND ends_at > ? AND active";

person read(const query& row) {
  person out;
  out.id = person_id{row.column(0).getInt64()};
  out.login = row.column(1).getString();
  out.name = row.column(2).getString();
  for (const auto& name : json::parse(row.column(3).getString()))
    if (const auto known = role_named(name.get<std::string>())) out.roles.push_back(*known);
  out.units = units_from(json::parse(row.column(4).getString()));
  out.active = row.column(5).getInt() != 0;
  out.has_password = row.column(6).getInt() != 0;
  out.has_code = row.column(7).getInt() != 0;
  out.created_at = from_ms(row.column(8).getInt64());
  if (!row.column(9).isNull()) out.last_seen = from_ms(row.column(9).getInt64());
  return out;
}

}  // namespace

std::string objection_to(const new_person& who) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  if (who.login.size() < 2 || who.login.size() > longest_login ||
      !std::all_of(who.login.begin(), who.login.end(), fits))
    return "bad_login";
  if (who.name.empty() || who.name.size() > longest_name) return "bad_name";
  if (who.roles.empty()) return "no_role";
  return {};
}

std::optional<person> add_person(connection& db, const new_person& who, instant now) {
  const auto roles = names_of(who.roles);
  const auto units = units_column(who.units);
  query put{db,
            "INSERT INTO person (login, name, roles, units, created_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (login) DO NOTHING"};
  put.bind(who.login, who.name, roles, units, to_ms(now));
  if (put.run() == 0) return std::nullopt;
  return find_person(db, who.login);
}

void change_person(connection& db, person_id id, const new_person& to, bool active) {
  const auto roles = names_of(to.roles);
  const auto units = units_column(to.units);
  query row{db, "UPDATE person SET name = ?, roles = ?, units = ?, active = ? WHERE id = ?"};
  row.bind(to.name, roles, units, active ? 1 : 0, number(id));
  row.run();
}

std::vector<person> all_people(connection& db) {
  query rows{db, everybody};
  std::vector<person> all;
  while (rows.step()) all.push_back(read(rows));
  return all;
}

std::optional<person> find_person(connection& db, person_id id) {
  query row{db, by_id};
  row.bind(number(id));
  if (!row.step()) return std::nullopt;
  return read(row);
}

std::optional<person> find_person(connection& db, const std::string& login) {
  query row{db, by_login};
  row.bind(login);
  if (!row.step()) return std::nullopt;
  return read(row);
}

std::string invite(connection& db, person_id who, instant now) {
  query old{db, "DELETE FROM invitation WHERE person = ?"};
  old.bind(number(who));
  old.run();
  std::string token = crypto::random_base64url();
  const auto hash = crypto::sha256_hex({token});
  query put{db, "INSERT INTO invitation (token_hash, person, ends_at) VALUES (?, ?, ?)"};
  put.bind(hash, number(who), to_ms(now + invitation_life));
  put.run();
  return token;
}

std::optional<person> invited(connection& db, const std::string& token, instant now) {
  const auto hash = crypto::sha256_hex({token});
  query row{db, by_invitation};
  row.bind(hash, to_ms(now));
  if (!row.step()) return std::nullopt;
  return read(row);
}

bool accept_invitation(connection& db, const std::string& token, const std::string& password_hash,
                       instant now) {
  const auto who = invited(db, token, now);
  if (!who) return false;
  query old{db, "DELETE FROM invitation WHERE person = ?"};
  old.bind(number(who->id));
  old.run();
  set_password(db, who->id, password_hash);
  return true;
}

void reset_person(connection& db, person_id who) {
  query row{db,
            "UPDATE person SET password = NULL, code_secret = NULL, code_pending = NULL, failures = 0, "
            "locked_until = 0 WHERE id = ?"};
  row.bind(number(who));
  row.run();
  query sessions{db, "DELETE FROM session WHERE person = ?"};
  sessions.bind(number(who));
  sessions.run();
}

std::optional<credentials> credentials_of(connection& db, person_id who) {
  query row{
      db,
      "SELECT COALESCE(password, ''), COALESCE(code_secret, ''), COALESCE(code_pending, ''), code_step, "
      "locked_until FROM person WHERE id = ?"};
  row.bind(number(who));
  if (!row.step()) return std::nullopt;
  return credentials{row.column(0).getString(), row.column(1).getString(), row.column(2).getString(),
                     row.column(3).getInt64(), from_ms(row.column(4).getInt64())};
}

void set_password(connection& db, person_id who, const std::string& password_hash) {
  query row{db, "UPDATE person SET password = ?, failures = 0, locked_until = 0 WHERE id = ?"};
  row.bind(password_hash, number(who));
  row.run();
}

void begin_code(connection& db, person_id who, const std::string& sealed_secret) {
  query row{db, "UPDATE person SET code_pending = ? WHERE id = ?"};
  row.bind(sealed_secret, number(who));
  row.run();
}

void set_code(connection& db, person_id who, std::int64_t step) {
  query row{db,
            "UPDATE person SET code_secret = code_pending, code_pending = NULL, code_step = ? "
            "WHERE id = ? AND code_pending IS NOT NULL"};
  row.bind(step, number(who));
  row.run();
}

bool use_code(connection& db, person_id who, std::int64_t step) {
  query row{db, "UPDATE person SET code_step = ?1 WHERE id = ?2 AND code_step < ?1"};
  row.bind(step, number(who));
  return row.run() > 0;
}

void note_failure(connection& db, person_id who, instant now) {
  query row{db,
            "UPDATE person SET failures = CASE WHEN failures + 1 >= ?1 THEN 0 ELSE failures + 1 END, "
            "locked_until = CASE WHEN failures + 1 >= ?1 THEN ?2 ELSE locked_until END WHERE id = ?3"};
  row.bind(failures_before_lock, to_ms(now + lock_time), number(who));
  row.run();
}

void note_success(connection& db, person_id who, instant now) {
  query row{db, "UPDATE person SET failures = 0, locked_until = 0, last_seen = ? WHERE id = ?"};
  row.bind(to_ms(now), number(who));
  row.run();
}

}  // namespace motcua::staff
