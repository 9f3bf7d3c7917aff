// What the public pages and the bot are given of this installation.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/app/configuration.hpp"
#include "server/referral/doors.hpp"

namespace motcua::app {

// Where citizens find the bot, by unit.
std::vector<referral::door> doors_in(const configuration& settings);

// How citizens reach the public pages: base_url, or this machine for whoever tries it out here.
std::string public_address(const configuration& settings);

// The communes' sites that may show our pages in a frame.
std::vector<std::string> framing_sites(const configuration& settings);

// The units that take feedback in, and in how many working days they answer.
std::map<content::unit_id, int> units_taking_feedback(const configuration& settings);

// Whose citizens may send a photo with it: a web chat takes no files.
std::set<store::account_id> accounts_taking_photos(const configuration& settings);

}  // namespace motcua::app
