// What openapi.zalo.me answers: {"error", "message", "data"}, failures included, mostly with status 200
// (zalo-oa.md 4.1). Pure.
#pragma once

#include <optional>
#include <string>

#include "server/http/exchange.hpp"

namespace motcua::zalo {

struct envelope {
  int error = 0;
  std::string message;  // may name a citizen's id: see loggable()
  std::string message_id;
  std::string quota_type;  // "reply" for a free answer (zalo-oa.md 4.2)
};

// Numbers may be strings. nullopt where it is not clear whether the message went out: no JSON, no `error`.
std::optional<envelope> read_envelope(const http::response& answer);

}  // namespace motcua::zalo
