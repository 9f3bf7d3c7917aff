// The way in from Zalo: one webhook address an account, and the page that proves the domain (zalo-oa.md 1.2).
#pragma once

#include <vector>

#include "server/channels/zalo/account.hpp"
#include "server/http/router.hpp"
#include "server/pipeline/intake.hpp"

namespace motcua::zalo {

// POST /webhook/zalo/{account}: 200 when everything in the body is durable (or is dropped: the account is
// unproven), 401 for a wrong signature of a proven account, 400 for a body that can never be an event, 503
// with Retry-After when the store is too busy, 404 for an account that is not in the list. GET and HEAD: 200.
// GET /zalo_verifier{code}.html for each account that has a code.
// `in` must outlive the router. Throws std::runtime_error for a verifier code that is no word of letters and
// digits.
void add_webhook(http::router& routes, const std::vector<account>& accounts, pipeline::intake& in);

}  // namespace motcua::zalo
