// Being signed in: a random token in a cookie, its hash in the store. Ends after half an hour without a
// request, and after twelve hours in any case (law.md D-24).
#pragma once

#include <optional>
#include <string>

#include "server/pipeline/clock.hpp"
#include "server/staff/person.hpp"
#include "server/staff/records.hpp"

namespace motcua::staff {

inline constexpr auto session_idle = std::chrono::minutes{30};
inline constexpr auto session_life = std::chrono::hours{12};
inline constexpr auto confirmed_for = std::chrono::minutes{5};

struct session {
  std::string token_hash;  // SHA-256, hex
  person_id who{};
  std::string csrf;  // to be sent in X-CSRF-Token with every change
  instant opened_at;
  instant seen_at;
  instant confirmed_at;  // when the password was last given
};

struct opened_session {
  std::string token;  // for the cookie; not kept
  session kept;
};

opened_session open_session(connection& db, person_id who, instant now);
// None where there is none or it has ended.
std::optional<session> find_session(connection& db, const std::string& token, instant now);
void touch_session(connection& db, const session& which, instant now);
void confirm_session(connection& db, const session& which, instant now);
void end_session(connection& db, const std::string& token_hash);
void end_sessions_of(connection& db, person_id who);
void forget_ended_sessions(connection& db, instant now);

}  // namespace motcua::staff
