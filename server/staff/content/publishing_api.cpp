// Publishing what somebody else wrote, and bringing a version back.
#include <algorithm>

#include "server/staff/content/content_api.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/content/draft_access.hpp"
#include "server/staff/content/form.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;

constexpr std::size_t longest_reason = 1000;  // bytes

class publishing_desk {
 public:
  publishing_desk(api::parts with, workshop& shop) : with_{std::move(with)}, shop_{shop} {}

  awaitable<answer> publish(http::exchange& ex, const caller& who);
  awaitable<answer> restore(http::exchange& ex, const caller& who);

 private:
  awaitable<answer> settle(workshop::published made, draft from, const caller& who, std::string reason,
                           std::string what);

  api::parts with_;
  workshop& shop_;
};

// {"revision", "reason"?}: a reason asks for the gate to be passed in spite of what it says.
awaitable<answer> publishing_desk::publish(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto reason = text_of(*body, "reason");
  if (reason.size() > longest_reason) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const bool in_spite = !reason.empty();
  if (!who.who.may(in_spite ? permission::override_gate : permission::publish_content))
    co_return co_await refuse(with_, who, status::forbidden, "not_permitted", d.entry.str());
  if (in_spite && who.at.confirmed_at + confirmed_for < with_.now())
    co_return co_await refuse(with_, who, status::forbidden, "confirm", d.entry.str());
  if (std::find(d.editors.begin(), d.editors.end(), who.who.login) != d.editors.end())
    co_return co_await refuse(with_, who, status::forbidden, "own_draft", d.entry.str());
  if (d.state != draft_state::in_review) co_return refusal(status::conflict, "not_in_review");
  if (d.revision != revision_of(*body)) co_return changed_meanwhile(d);
  auto made = co_await shop_.publish(piece_of(d), d.base, in_spite);
  if (!made) co_return trouble(made.error());
  co_return co_await settle(std::move(*made), d, who, reason,
                            in_spite ? "content.publish_in_spite" : "content.publish");
}

// What became of a publication, kept and told.
awaitable<answer> publishing_desk::settle(workshop::published made, draft from, const caller& who,
                                          std::string reason, std::string what) {
  if (!made.judged) co_return refusal(status::conflict, "published_meanwhile");
  if (!made.done) {
    auto told = json_of(*made.judged);
    told["error"] = "gate";
    co_return json_of(told, status::conflict);
  }
  const auto put = [this, from, who, reason, what, before = made.before, now = with_.now()](connection& db) {
    if (versions_of(db, version_key(from)).empty() && !before.empty())
      add_version(db, version_key(from), {0, before, "motcua", {}, now, "@before_console"});
    const int number =
        add_version(db, version_key(from), {0, from.body, who.who.login, from.editors, now, reason});
    if (from.id != draft_id{}) move_draft(db, from.id, draft_state::published, from.revision, now);
    with_.log.add(db, who.did(what, from.entry.str(), {{"version", number}, {"reason", reason}}), now);
    return number;
  };
  const auto number = co_await with_.keep.write<int>(put);
  if (!number) co_return trouble(number.error());
  co_return json_of({{"version", *number}});
}

// A version was published once, by two people: one click brings it back, through the same gate.
awaitable<answer> publishing_desk::restore(http::exchange& ex, const caller& who) {
  const auto number = number_in(ex.params.at("number"));
  const auto now = shop_.current();
  const auto* e = published_entry(*now, ex.params.at("entry"));
  if (!e || !number) co_return refusal(status::not_found, "not_found");
  const auto unit = query_of(ex, "unit");
  draft from;
  from.entry = e->id;
  from.path = unit.empty() ? e->path : changes_path(content::unit_id{unit});
  if (!unit.empty() && !has_unit(*now->content, unit)) co_return refusal(status::not_found, "not_found");
  if (!who.who.may_touch(unit_of_path(from.path)))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", e->id.str());
  const auto look = [id = version_key(from)](connection& db) { return versions_of(db, id); };
  const auto all = co_await with_.keep.read<std::vector<version>>(look);
  if (!all) co_return trouble(all.error());
  const auto wanted =
      std::find_if(all->begin(), all->end(), [&](const version& v) { return v.number == *number; });
  if (wanted == all->end()) co_return refusal(status::not_found, "not_found");
  from.body = wanted->body;
  from.editors = wanted->written_by;
  const auto base = co_await shop_.published_now(piece_of(from));
  if (!base) co_return trouble(base.error());
  auto made = co_await shop_.publish(piece_of(from), mark_of(*base), false);
  if (!made) co_return trouble(made.error());
  const std::string reason = "@restored " + std::to_string(*number);
  co_return co_await settle(std::move(*made), from, who, reason, "content.restore");
}

}  // namespace

void add_publishing(api& to, api::parts with, workshop& shop) {
  const auto desk = std::make_shared<publishing_desk>(std::move(with), shop);
  to.on(verb::post, "/api/staff/content/drafts/{id}/publish", {.may = permission::read_content}, desk,
        &publishing_desk::publish);  // who may, the draft decides
  to.on(verb::post, "/api/staff/content/entries/{entry}/versions/{number}/restore",
        {.may = permission::publish_content}, desk, &publishing_desk::restore);
}

}  // namespace motcua::staff
