// The accounts of the console in its store: who there is, invitations, passwords, one-time codes, locks.
// Functions on a connection: many of them make one act, in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/staff/person.hpp"
#include "server/staff/records.hpp"

namespace motcua::staff {

inline constexpr std::size_t shortest_password = 14;  // characters (law.md D-24)
inline constexpr int failures_before_lock = 5;
inline constexpr auto lock_time = std::chrono::minutes{15};
inline constexpr auto invitation_life = std::chrono::hours{72};
inline constexpr auto unused_life = std::chrono::days{45};  // then the account is locked (law.md D-24)

struct new_person {
  std::string login;
  std::string name;
  std::vector<role> roles;
  std::vector<content::unit_id> units;
};

// What is wrong with it, as an error key for the page; empty: nothing.
std::string objection_to(const new_person& who);

// None: the login is taken.
std::optional<person> add_person(connection& db, const new_person& who, instant now);
void change_person(connection& db, person_id id, const new_person& to, bool active);  // all but the login
std::vector<person> all_people(connection& db);
std::optional<person> find_person(connection& db, person_id id);
std::optional<person> find_person(connection& db, const std::string& login);

// A one-time link: gives the token, keeps its hash. Earlier invitations of the person end.
std::string invite(connection& db, person_id who, instant now);
std::optional<person> invited(connection& db, const std::string& token, instant now);
// Ends the invitation and takes the password. False: the invitation has ended meanwhile.
bool accept_invitation(connection& db, const std::string& token, const std::string& password_hash,
                       instant now);

// Forgets password, code and sessions: the way back in is a new invitation.
void reset_person(connection& db, person_id who);

struct credentials {
  std::string password_hash;
  std::string code_secret;  // sealed; empty: no code is set up
  std::string code_pending;
  std::int64_t code_step = 0;
  instant locked_until;
};
std::optional<credentials> credentials_of(connection& db, person_id who);

void set_password(connection& db, person_id who, const std::string& password_hash);
void begin_code(connection& db, person_id who, const std::string& sealed_secret);
void set_code(connection& db, person_id who, std::int64_t step);  // the pending secret is taken over
// False: this step, or a later one, was used already.
bool use_code(connection& db, person_id who, std::int64_t step);

void note_failure(connection& db, person_id who, instant now);  // the fifth in a row locks
void note_success(connection& db, person_id who, instant now);

}  // namespace motcua::staff
