// The way in from Facebook: one webhook address an account (messenger.md 1).
#pragma once

#include <vector>

#include "server/channels/messenger/account.hpp"
#include "server/http/router.hpp"
#include "server/pipeline/intake.hpp"

namespace motcua::messenger {

// POST /webhook/messenger/{account}: 200 when everything in the body is durable (or is dropped: the account
// is unproven), 401 for a wrong signature of a proven account, 400 for a body that can never be an event, 503
// with Retry-After when the store is too busy, 404 for an account that is not in the list. GET: Facebook's
// verification, 200 with the challenge, 403 or 400; it needs no store. `in` must outlive the router.
void add_webhook(http::router& routes, const std::vector<account>& accounts, pipeline::intake& in);

}  // namespace motcua::messenger
