// The draft that an address names, for whoever may touch it.
#pragma once

#include <variant>

#include "server/staff/api.hpp"
#include "server/staff/content/drafts.hpp"

namespace motcua::staff {

using draft_or_refusal = std::variant<draft, http::answer>;

// By the route's {id}.
awaitable<draft_or_refusal> draft_named(const api::parts& with, const http::exchange& ex, const caller& who);

// The revision that a change was made from; 0 where it names none.
std::int64_t revision_of(const nlohmann::json& body);

// Somebody changed it meanwhile: says who and when, so that two people can talk.
http::answer changed_meanwhile(const draft& now);

}  // namespace motcua::staff
