// The grant of an OA: the consent of its administrator, and the calls of oauth.zaloapp.com, as a request and
// its answer (zalo-oa.md 3.1, 3.5). Pure.
#pragma once

#include <optional>
#include <string>

#include "server/channels/zalo/account.hpp"
#include "server/http/exchange.hpp"
#include "server/store/records.hpp"

namespace motcua::zalo {

// Where an administrator of the OA agrees (PKCE, zalo-oa.md 3.2), and what the code that comes of it is
// worth. The verifier stays with us; `state` comes back with the code.
std::string permission_link(const account& who, std::string_view redirect, std::string_view verifier,
                            std::string_view state);
http::request exchange_request(const account& who, std::string_view code, std::string_view verifier);

http::request refresh_request(const account& who, std::string_view refresh_token);

struct refresh_answer {
  enum class kind {
    granted,
    rejected,  // the refresh token is spent or unknown, or the app is in trouble: asking again will not help
    lost,      // no answer that says either
  } what = kind::lost;
  store::token_pair pair;  // where granted
  std::string reason;      // where rejected, fit for a log
};

refresh_answer read_refresh(const http::response& answer, store::instant now);

}  // namespace motcua::zalo
