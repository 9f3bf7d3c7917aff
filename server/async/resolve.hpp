// A host's addresses, within a limit of time.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "server/async/deadline.hpp"

namespace motcua {

// An address literal is taken as it is. Fails with the resolver's code, or errc::deadline.
awaitable<result<net::ip::tcp::resolver::results_type>> resolve(std::string host, std::string port,
                                                                deadline_t until);

}  // namespace motcua
