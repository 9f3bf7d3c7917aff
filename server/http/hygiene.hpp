// What a request's header must be before anything is believed of it. Pure.
#pragma once

#include <optional>

#include "server/http/exchange.hpp"

namespace motcua::http {

// The status to refuse with, where there is something to refuse. A header that two servers could read in two
// ways lets one citizen's request be taken for another's (RFC 9112 11.2), so it is refused and not mended.
std::optional<status> objection(const beast::http::fields& header, unsigned version);

// False where a value would end its line and begin another: Beast writes what it is given.
bool fit_to_send(const beast::http::fields& header);

// The last address of X-Forwarded-For, the one that our own proxy saw; nothing where it is none.
std::optional<net::ip::address> forwarded_for(const beast::http::fields& header);

// An IPv4 address mapped into IPv6 as what it is.
net::ip::address plain_address(const net::ip::address& from);

}  // namespace motcua::http
