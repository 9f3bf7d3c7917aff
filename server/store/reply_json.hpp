// A reply as the store keeps it: JSON, so that a row written by one version is read by the next.
#pragma once

#include <string>
#include <string_view>

#include "intents/dialogue/reply.hpp"

namespace motcua::store {

std::string to_json(const intents::reply& what);
// Throws std::runtime_error on a text that to_json did not write: the database was changed by hand.
intents::reply reply_from_json(std::string_view text);

}  // namespace motcua::store
