// The cookie that carries a session's token. Pure.
#pragma once

#include <string>

#include "server/http/exchange.hpp"

namespace motcua::staff {

std::string session_token(const http::exchange& ex);  // empty where there is none

// HttpOnly, SameSite=Strict, for the browser's session. Secure unless the page was asked for on this very
// machine, where the console is reached without TLS.
void set_session(http::answer& out, const http::exchange& ex, const std::string& token);
void clear_session(http::answer& out);

}  // namespace motcua::staff
