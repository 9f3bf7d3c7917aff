// A position on the map that a citizen shared. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace motcua::channels {

// "20.8561, 106.6822", to some ten metres, of the first attachment of type "location" with coordinates: Zalo
// calls them latitude and longitude, Messenger lat and long. Empty where there is none that could be.
std::string place_in(const nlohmann::json& message);

}  // namespace motcua::channels
