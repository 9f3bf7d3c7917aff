#include "server/async/resolve.hpp"

namespace motcua {
namespace {

using results = net::ip::tcp::resolver::results_type;

struct looked_up {
  error_code code;
  results found;
};

// Owns its resolver: getaddrinfo() in Asio's thread cannot be cancelled, so this may outlive the one who
// asked.
awaitable<looked_up> look_up(std::string host, std::string port) {
  net::ip::tcp::resolver resolver{co_await net::this_coro::executor};
  auto [ec, found] = co_await resolver.async_resolve(host, port, as_result);
  looked_up out;
  out.code = ec;
  out.found = std::move(found);
  co_return out;
}

}  // namespace

awaitable<result<results>> resolve(std::string host, std::string port, deadline_t until) {
  error_code no_literal;
  const auto literal = net::ip::make_address(host, no_literal);
  if (!no_literal) {
    const auto number = static_cast<net::ip::port_type>(std::stoi(port));
    co_return results::create(net::ip::tcp::endpoint{literal, number}, host, port);
  }
  std::function<awaitable<looked_up>()> work = [host, port] { return look_up(host, port); };
  auto answer = co_await apart_until<looked_up>(std::move(work), until);
  if (!answer) co_return answer.error();
  if (answer->code) co_return answer->code;
  co_return std::move(answer->found);
}

}  // namespace motcua
