// A picture that a citizen sent. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace motcua::channels {

// The address of the first attachment of type "image", as Zalo and Messenger write it; empty where there is
// none.
std::string picture_in(const nlohmann::json& message);

}  // namespace motcua::channels
