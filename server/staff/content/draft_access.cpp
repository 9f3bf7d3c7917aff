#include "server/staff/content/draft_access.hpp"

#include "server/staff/content/content_json.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {

using http::status;

awaitable<draft_or_refusal> draft_named(const api::parts& with, const http::exchange& ex, const caller& who) {
  const auto id = number_in(ex.params.at("id"));
  if (!id) co_return refusal(status::not_found, "not_found");
  const auto look = [id = *id](connection& db) { return find_draft(db, draft_id{id}); };
  const auto found = co_await with.keep.read<std::optional<draft>>(look);
  if (!found) co_return trouble(found.error());
  if (!*found) co_return refusal(status::not_found, "not_found");
  const draft& there = **found;
  if (!who.who.may_touch(unit_of_path(there.path)))
    co_return co_await refuse(with, who, status::forbidden, "other_unit", there.entry.str());
  co_return there;
}

std::int64_t revision_of(const nlohmann::json& body) {
  const auto at = body.find("revision");
  return at != body.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

http::answer changed_meanwhile(const draft& now) {
  auto body = summary_of(now);
  body["error"] = "changed_meanwhile";
  return json_of(body, status::conflict);
}

}  // namespace motcua::staff
