// What is new, changed or repealed, as an Atom feed (RFC 4287) for a commune's column. Pure.
#pragma once

#include <string>

#include "server/lookup/shell.hpp"

namespace motcua::lookup {

inline constexpr std::size_t longest_feed = 100;

// The days on which procedures begin, end, or were last checked, the latest first, none of them yet to come
// but beginnings and ends within 30 days.
std::string feed(const visit& v);

}  // namespace motcua::lookup
