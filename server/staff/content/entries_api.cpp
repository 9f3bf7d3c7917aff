// Published entries: listed, shown as the form edits them, and their versions.
#include <algorithm>
#include <map>

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

bool says_otherwise(const content::snapshot& content, const content::unit_id& unit, const content::entry& e) {
  const auto& units = content.contents().units;
  const auto of = std::find_if(units.begin(), units.end(), [&](const auto& u) { return u.id == unit; });
  if (of == units.end()) return false;
  const auto* around = of->within ? content.find_for(*of->within, e.id) : content.find(e.id);
  return content.find_for(unit, e.id) != around;
}

// What the list is narrowed to; each empty where it is not.
struct entry_filter {
  std::string words;  // folded, of the title or the id
  std::string field;
  std::string due;    // a day: what is to be reviewed by then
  std::string trust;  // how sure its author was of it: "low"
  std::string unit;   // whose own it is, or who says something of it otherwise than the unit around it

  bool takes(const content::entry& e, const json& summary, const content::snapshot& content) const {
    if (!field.empty() && summary["field"] != field) return false;
    if (!due.empty() && (summary["review_by"].is_null() || summary["review_by"].get<std::string>() > due))
      return false;
    if (!trust.empty() && summary["trust"] != trust) return false;
    if (!unit.empty() && summary["unit"] != unit && !says_otherwise(content, content::unit_id{unit}, e))
      return false;
    return words.empty() ||
           intents::fold(intents::normalise(e.title + " " + e.id.str())).find(words) != std::string::npos;
  }
};

// The fields that there are, by their names.
json fields_of(const content::snapshot& content) {
  std::map<std::string, std::string> names;
  for (const auto& e : content.entries()) {
    const auto* p = e.as<content::procedure>();
    if (!p) continue;
    const auto key = "field." + p->field;
    names.emplace(content.phrases().has(key) ? content.phrases().say(key) : p->field, p->field);
  }
  json all = json::array();
  for (const auto& [name, id] : names) all.push_back({{"id", id}, {"name", name}});
  return all;
}

json units_of(const content::snapshot& content) {
  json all = json::array();
  for (const auto& u : content.contents().units) all.push_back({{"id", u.id.str()}, {"name", u.name}});
  return all;
}

awaitable<answer> entry_desk::list(http::exchange& ex, const caller&) {
  const entry_filter wanted{intents::fold(intents::normalise(query_of(ex, "q"))), query_of(ex, "field"),
                            query_of(ex, "due"), query_of(ex, "trust"), query_of(ex, "unit")};
  const auto now = shop_.current();
  json entries = json::array();
  for (const auto& e : now->content->entries()) {
    if (e.kind() == content::entry_kind::record) continue;
    auto one = summary_of(e);
    if (wanted.takes(e, one, *now->content)) entries.push_back(std::move(one));
  }
  co_return json_of({{"entries", std::move(entries)},
                     {"fields", fields_of(*now->content)},
                     {"units", units_of(*now->content)},
                     {"version", now->content->version()}});
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
