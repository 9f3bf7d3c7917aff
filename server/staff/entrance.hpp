// The API of getting in and out, of one's own account and of everybody's.
#pragma once

#include "server/staff/api.hpp"
#include "server/staff/sign_in.hpp"

namespace motcua::staff {

// Before anybody is signed in: POST session, GET and POST invitations/{token}. They stand beside the guarded
// ones and guard themselves.
void add_entrance(http::router& to, api& guarded, sign_in& door, api::parts with);

// Accounts: listed, invited, changed, reset; and the security log.
void add_people(api& to, api::parts with);

nlohmann::json to_json(const person& who);

// The link that an invitation is: opened once, it asks for a password.
std::string invitation_path(const std::string& token);

}  // namespace motcua::staff
