// A unit's poster on A4: the doors to the bot as QR codes, for the notice board and the waiting room. Pure.
#pragma once

#include <string>
#include <vector>

#include "server/lookup/shell.hpp"
#include "server/referral/doors.hpp"

namespace motcua::referral {

// `sheet` is server/web/poster.html.
std::string poster(const lookup::visit& v, const std::vector<door>& doors, const std::string& sheet);

}  // namespace motcua::referral
