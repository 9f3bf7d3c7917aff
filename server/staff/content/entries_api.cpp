// Published entries: listed, shown as the form edits them, and their versions.
#include "content/exchange/entry_tree.hpp"
#include "content/knowledge/unit.hpp"
#include "intents/text/normalise.hpp"
#include "server/staff/content/content_api.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/content/form.hpp"
#include "server/staff/content/tree_json.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;

class entry_desk {
 public:
  entry_desk(api::parts with, workshop& shop) : with_{std::move(with)}, shop_{shop} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> show(http::exchange& ex, const caller& who);
  awaitable<answer> versions(http::exchange& ex, const caller& who);

 private:
  api::parts with_;
  workshop& shop_;
};

awaitable<answer> entry_desk::list(http::exchange& ex, const caller&) {
  const auto wanted = intents::fold(intents::normalise(query_of(ex, "q")));
  const auto field = query_of(ex, "field");
  const auto due = query_of(ex, "due");  // a day: what is to be reviewed by then
  const auto now = shop_.current();
  json entries = json::array();
  for (const auto& e : now->content->entries()) {
    if (e.kind() == content::entry_kind::record) continue;
    auto one = summary_of(e);
    if (!field.empty() && one["field"] != field) continue;
    if (!due.empty() && (one["review_by"].is_null() || one["review_by"].get<std::string>() > due)) continue;
    const auto name = intents::fold(intents::normalise(e.title + " " + e.id.str()));
    if (!wanted.empty() && name.find(wanted) == std::string::npos) continue;
    entries.push_back(std::move(one));
  }
  co_return json_of({{"entries", std::move(entries)}, {"version", now->content->version()}});
}

awaitable<answer> entry_desk::show(http::exchange& ex, const caller& who) {
  const auto now = shop_.current();
  const auto* e = published_entry(*now, ex.params.at("entry"));
  if (!e) co_return refusal(status::not_found, "not_found");
  nlohmann::ordered_json out;
  out["summary"] = summary_of(*e);
  out["tree"] = json_of(content::tree_of(*e));
  out["units"] = nlohmann::ordered_json::array();
  for (const auto& u : now->content->contents().units)
    if (u.id != content::default_unit && who.who.may_touch(u.id))
      out["units"].push_back({{"id", u.id.str()}, {"name", u.name}});
  co_return http::json_answer(status::ok, out.dump());
}

awaitable<answer> entry_desk::versions(http::exchange& ex, const caller&) {
  const auto look = [id = version_key(ex.params.at("entry"), query_of(ex, "unit"))](connection& db) {
    return versions_of(db, id);
  };
  const auto all = co_await with_.keep.read<std::vector<version>>(look);
  if (!all) co_return trouble(all.error());
  json out = json::array();
  for (const auto& v : *all) out.push_back(json_of(v));
  co_return json_of({{"versions", std::move(out)}});
}

}  // namespace

void add_entries(api& to, api::parts with, workshop& shop) {
  const auto desk = std::make_shared<entry_desk>(std::move(with), shop);
  const needs reads{.may = permission::read_content};
  to.on(verb::get, "/api/staff/content/entries", reads, desk, &entry_desk::list);
  to.on(verb::get, "/api/staff/content/entries/{entry}", reads, desk, &entry_desk::show);
  to.on(verb::get, "/api/staff/content/entries/{entry}/versions", reads, desk, &entry_desk::versions);
}

}  // namespace motcua::staff
