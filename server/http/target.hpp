// What a request's target says: path and query, decoded once. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/async/result.hpp"

namespace motcua::http {

struct target {
  std::string path;
  std::map<std::string, std::string> query;  // the last of a repeated name wins
};

// Origin form only ("/path?query"). errc::bad_request: a broken percent escape; a control byte or a "." or
// ".." segment in the path, written plainly or encoded.
result<target> parse_target(std::string_view text);

}  // namespace motcua::http
