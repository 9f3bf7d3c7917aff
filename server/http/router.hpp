// Which handler answers a method and path. Immutable while the listener runs.
#pragma once

#include <string>
#include <vector>

#include "server/http/exchange.hpp"

namespace motcua::http {

class router {
 public:
  // Pattern: literal segments and {name} segments, "/webhook/zalo/{account}"; a last segment {name*} takes
  // the rest.
  void on(verb method, std::string pattern, handler how);

  // Runs the handler that fits, or answers 404, 405 (with Allow), 500 (the handler threw: logged, no details
  // told). HEAD is answered by the GET handler without its body.
  awaitable<answer> dispatch(exchange& ex) const;

 private:
  struct route {
    verb method;
    std::vector<std::string> segments;
    handler how;
  };
  std::vector<route> routes_;
};

}  // namespace motcua::http
