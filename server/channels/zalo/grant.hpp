// The refresh call of oauth.zaloapp.com, as a request and its answer (zalo-oa.md 3.1, 3.5). Pure.
#pragma once

#include <optional>
#include <string>

#include "server/channels/zalo/account.hpp"
#include "server/http/exchange.hpp"
#include "server/store/records.hpp"

namespace motcua::zalo {

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
