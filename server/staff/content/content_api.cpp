#include "server/staff/content/content_api.hpp"

#include <algorithm>
#include <charconv>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/unit.hpp"
#include "intents/text/normalise.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/content/tree_json.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;

constexpr std::size_t longest_question = 2000;  // bytes
constexpr std::size_t longest_reason = 1000;

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

answer trouble(const error_code& why) {
  return refusal(status::service_unavailable,
                 why == make_error_code(errc::overloaded) ? "overloaded" : "storage");
}

std::string text_of(const json& body, const char* key) {
  const auto at = body.find(key);
  return at != body.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

std::int64_t revision_of(const json& body) {
  const auto at = body.find("revision");
  return at != body.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

// Somebody changed it meanwhile: who and when, so that two people can talk.
answer changed_meanwhile(const draft& now) {
  auto body = summary_of(now);
  body["error"] = "changed_meanwhile";
  return json_of(body, status::conflict);
}

// The form's entry as its file's text; what is wrong in it the gate tells.
struct written {
  std::string text;
  std::string title;
  std::string id;
};
std::optional<written> write_entry(const std::string& body) {
  const auto shallow = [](int depth, nlohmann::ordered_json::parse_event_t, nlohmann::ordered_json&) {
    return depth < 16;
  };
  const auto given = nlohmann::ordered_json::parse(body, shallow, false);
  if (given.is_discarded() || !given.is_object() || !given.contains("tree")) return std::nullopt;
  const auto node = node_of(given.at("tree"));
  if (!node) return std::nullopt;
  written out{content::write_yaml(*node), {}, {}};
  for (const auto& child : node->children) {
    if (child.key == "title") out.title = child.text;
    if (child.key == "id") out.id = child.text;
  }
  return out;
}

std::optional<content::yaml_node> tree_in(const std::string& yaml) {
  std::vector<content::finding> ignored;  // the gate tells them
  content::file_report report{"", ignored};
  return content::parse_yaml(yaml, report);
}

piece piece_of(const draft& d) {
  return {d.path, is_changes_path(d.path) ? d.entry.str() : std::string{}, d.body};
}

// Under which versions are kept: "khai-sinh", or "khai-sinh@hai-phong" for what differs there.
content::entry_id key_of(const draft& d) {
  if (!is_changes_path(d.path)) return d.entry;
  return content::entry_id{d.entry.str() + '@' + unit_of_path(d.path).str()};
}

// Letters, digits and hyphens: the name of a file, and of a thing in an address.
bool is_entry_id(const std::string& id) {
  return !id.empty() && id.size() <= 80 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool has_unit(const content::snapshot& content, const std::string& id) {
  return content.unit_or_default(content::unit_id{id}).id.str() == id;
}

content::entry_id version_key(const http::exchange& ex) {
  const auto& entry = ex.params.at("entry");
  const auto unit = ex.query.find("unit");
  return content::entry_id{unit == ex.query.end() ? entry : entry + '@' + unit->second};
}

class content_desk {
 public:
  content_desk(api::parts with, workshop& shop) : with_{std::move(with)}, shop_{shop} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> show(http::exchange& ex, const caller& who);
  awaitable<answer> drafts(http::exchange& ex, const caller& who);
  awaitable<answer> begin(http::exchange& ex, const caller& who);
  awaitable<answer> read(http::exchange& ex, const caller& who);
  awaitable<answer> change(http::exchange& ex, const caller& who);
  awaitable<answer> submit(http::exchange& ex, const caller& who);
  awaitable<answer> withdraw(http::exchange& ex, const caller& who);
  awaitable<answer> examine(http::exchange& ex, const caller& who);
  awaitable<answer> ask(http::exchange& ex, const caller& who);
  awaitable<answer> publish(http::exchange& ex, const caller& who);
  awaitable<answer> versions(http::exchange& ex, const caller& who);
  awaitable<answer> restore(http::exchange& ex, const caller& who);

 private:
  using either = std::variant<draft, answer>;
  // The draft that the address names, where the caller may touch it.
  awaitable<either> draft_of(const http::exchange& ex, const caller& who) const;
  const content::entry* entry_of(const http::exchange& ex, const intents::mind& now) const;
  awaitable<answer> move(http::exchange& ex, const caller& who, draft_state to, std::string what);
  awaitable<answer> settle(workshop::published made, draft from, const caller& who, std::string reason);
  awaitable<answer> other_unit(const caller& who, std::string subject) const;

  api::parts with_;
  workshop& shop_;
};

awaitable<answer> content_desk::other_unit(const caller& who, std::string subject) const {
  auto refused = who.did("refused.other_unit", std::move(subject));
  refused.how = outcome::refused;
  const auto note = [this, refused = std::move(refused), now = with_.now()](connection& db) {
    with_.log.add(db, refused, now);
  };
  const auto noted = co_await with_.keep.write<void>(note);
  if (!noted) co_return storage_trouble();
  co_return refusal(status::forbidden, "other_unit");
}

awaitable<answer> content_desk::list(http::exchange& ex, const caller&) {
  const auto words = [&](const char* key) {
    const auto at = ex.query.find(key);
    return at == ex.query.end() ? std::string{} : at->second;
  };
  const auto wanted = intents::fold(intents::normalise(words("q")));
  const auto field = words("field");
  const auto due = words("due");  // a day: what is to be reviewed by then
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

const content::entry* content_desk::entry_of(const http::exchange& ex, const intents::mind& now) const {
  const auto* e = now.content->find(content::entry_id{ex.params.at("entry")});
  return e && e->kind() != content::entry_kind::record ? e : nullptr;
}

awaitable<answer> content_desk::show(http::exchange& ex, const caller& who) {
  const auto now = shop_.current();
  const auto* e = entry_of(ex, *now);
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

awaitable<answer> content_desk::drafts(http::exchange&, const caller& who) {
  const auto all = co_await with_.keep.read<std::vector<draft>>(living_drafts);
  if (!all) co_return storage_trouble();
  json out = json::array();
  for (const auto& d : *all)
    if (who.who.may_touch(unit_of_path(d.path))) out.push_back(summary_of(d));
  co_return json_of({{"drafts", std::move(out)}});
}

// {"entry": id} of what is published, or {"tree"} of something new.
awaitable<answer> content_desk::begin(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  draft made;
  const auto now = shop_.current();
  const auto* e = now->content->find(content::entry_id{text_of(*body, "entry")});
  if (e && e->kind() == content::entry_kind::record) e = nullptr;
  const auto unit = text_of(*body, "unit");
  if (e) {
    if (!unit.empty() && !has_unit(*now->content, unit)) co_return refusal(status::bad_request, "not_found");
    made.entry = e->id;
    made.title = e->title;
    made.path = unit.empty() ? e->path : changes_path(content::unit_id{unit});
  } else {
    const auto given = write_entry(ex.message.body());
    if (!given || !is_entry_id(given->id) || now->content->find(content::entry_id{given->id}))
      co_return refusal(status::bad_request, given ? "bad_entry_id" : "not_found");
    made.entry = content::entry_id{given->id};
    made.path = "faqs/" + given->id + ".yaml";
    made.title = given->title;
    made.body = given->text;
  }
  if (!who.who.may_touch(unit_of_path(made.path))) co_return co_await other_unit(who, made.entry.str());
  made.editors = {who.who.login};
  made.changed_at = with_.now();
  const auto base = co_await shop_.published_now(piece_of(made));
  if (!base) co_return trouble(base.error());
  made.base = mark_of(*base);
  if (e) made.body = unit.empty() ? content::write_yaml(content::tree_of(*e)) : *base;
  const auto put = [this, made, who](connection& db) {
    auto kept = made;
    kept.id = add_draft(db, made);
    with_.log.add(db, who.did("draft.begin", made.entry.str()), made.changed_at);
    return kept;
  };
  const auto kept = co_await with_.keep.write<draft>(put);
  if (!kept) co_return storage_trouble();
  co_return json_of(summary_of(*kept), status::created);
}

awaitable<content_desk::either> content_desk::draft_of(const http::exchange& ex, const caller& who) const {
  const auto id = number_in(ex.params.at("id"));
  if (!id) co_return refusal(status::not_found, "not_found");
  const auto look = [id = *id](connection& db) { return find_draft(db, draft_id{id}); };
  const auto found = co_await with_.keep.read<std::optional<draft>>(look);
  if (!found) co_return storage_trouble();
  if (!*found) co_return refusal(status::not_found, "not_found");
  if (!who.who.may_touch(unit_of_path((*found)->path)))
    co_return co_await other_unit(who, (*found)->entry.str());
  co_return **found;
}

awaitable<answer> content_desk::read(http::exchange& ex, const caller& who) {
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto tree = tree_in(d.body);
  nlohmann::ordered_json out;
  out["summary"] = summary_of(d);
  const auto* e = shop_.current()->content->find(d.entry);
  if (e) out["kind"] = content::name_of(e->kind());
  out["tree"] = tree ? json_of(*tree) : nlohmann::ordered_json::object();
  co_return http::json_answer(status::ok, out.dump());
}

awaitable<answer> content_desk::change(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto given = body ? write_entry(ex.message.body()) : std::nullopt;
  if (!given) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  auto to = std::get<draft>(found);
  if (!is_changes_path(to.path)) {
    if (given->id != to.entry.str()) co_return refusal(status::bad_request, "bad_entry_id");
    to.title = given->title;
  }
  to.body = given->text;
  std::erase(to.editors, who.who.login);
  to.editors.push_back(who.who.login);
  to.changed_at = with_.now();
  const auto put = [this, to, who, seen = revision_of(*body)](connection& db) {
    if (!change_draft(db, to, seen)) return false;
    with_.log.add(db, who.did("draft.change", to.entry.str()), to.changed_at);
    return true;
  };
  const auto done = co_await with_.keep.write<bool>(put);
  if (!done.has_value()) co_return storage_trouble();
  const auto after = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&after)) co_return *refused;
  const auto& now = std::get<draft>(after);
  co_return *done ? json_of(summary_of(now)) : changed_meanwhile(now);
}

awaitable<answer> content_desk::move(http::exchange& ex, const caller& who, draft_state to,
                                     std::string what) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto put = [this, d, to, who, what, seen = revision_of(*body), now = with_.now()](connection& db) {
    if (!move_draft(db, d.id, to, seen, now)) return false;
    with_.log.add(db, who.did(what, d.entry.str()), now);
    return true;
  };
  const auto done = co_await with_.keep.write<bool>(put);
  if (!done.has_value()) co_return storage_trouble();
  const auto after = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&after)) co_return *refused;
  const auto& now = std::get<draft>(after);
  co_return *done ? json_of(summary_of(now)) : changed_meanwhile(now);
}

awaitable<answer> content_desk::submit(http::exchange& ex, const caller& who) {
  return move(ex, who, draft_state::in_review, "draft.submit");
}
awaitable<answer> content_desk::withdraw(http::exchange& ex, const caller& who) {
  return move(ex, who, draft_state::withdrawn, "draft.withdraw");
}

awaitable<answer> content_desk::examine(http::exchange& ex, const caller& who) {
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto report = co_await shop_.examine(piece_of(d));
  if (!report) co_return trouble(report.error());
  co_return json_of(json_of(**report));
}

awaitable<answer> content_desk::ask(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto question = body ? text_of(*body, "text") : std::string{};
  if (question.empty() || question.size() > longest_question)
    co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto report = co_await shop_.examine(piece_of(d));
  if (!report) co_return trouble(report.error());
  if (!(*report)->after) co_return refusal(status::conflict, "draft_has_errors");
  const auto before = shop_.current();
  co_return json_of({{"before", answer_of(*before, question, with_.now())},
                     {"after", answer_of(*(*report)->after, question, with_.now())}});
}

// {"revision", "reason"?}: a reason asks for the gate to be passed in spite of what it says.
awaitable<answer> content_desk::publish(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto reason = text_of(*body, "reason");
  if (reason.size() > longest_reason) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const bool in_spite = !reason.empty();
  if (!who.who.may(in_spite ? permission::override_gate : permission::publish_content))
    co_return refusal(status::forbidden, "not_permitted");
  if (in_spite && who.at.confirmed_at + confirmed_for < with_.now())
    co_return refusal(status::forbidden, "confirm");
  if (std::find(d.editors.begin(), d.editors.end(), who.who.login) != d.editors.end())
    co_return refusal(status::forbidden, "own_draft");
  if (d.state != draft_state::in_review) co_return refusal(status::conflict, "not_in_review");
  if (d.revision != revision_of(*body)) co_return changed_meanwhile(d);
  auto made = co_await shop_.publish(piece_of(d), d.base, in_spite);
  if (!made) co_return trouble(made.error());
  co_return co_await settle(std::move(*made), d, who, reason);
}

// What became of a publication, kept and told.
awaitable<answer> content_desk::settle(workshop::published made, draft from, const caller& who,
                                       std::string reason) {
  if (!made.judged) co_return refusal(status::conflict, "published_meanwhile");
  if (!made.done) {
    auto told = json_of(*made.judged);
    told["error"] = "gate";
    co_return json_of(told, status::conflict);
  }
  const auto put = [this, from, who, reason, before = made.before, now = with_.now()](connection& db) {
    if (versions_of(db, key_of(from)).empty() && !before.empty())
      add_version(db, key_of(from), {0, before, "motcua", {}, now, "@before_console"});
    const int number =
        add_version(db, key_of(from), {0, from.body, who.who.login, from.editors, now, reason});
    if (from.id != draft_id{}) move_draft(db, from.id, draft_state::published, from.revision, now);
    with_.log.add(db,
                  who.did(reason.empty() ? "content.publish" : "content.publish_in_spite", from.entry.str(),
                          {{"version", number}, {"reason", reason}}),
                  now);
    return number;
  };
  const auto number = co_await with_.keep.write<int>(put);
  if (!number) co_return storage_trouble();
  co_return json_of({{"version", *number}});
}

awaitable<answer> content_desk::versions(http::exchange& ex, const caller&) {
  const auto look = [id = version_key(ex)](connection& db) { return versions_of(db, id); };
  const auto all = co_await with_.keep.read<std::vector<version>>(look);
  if (!all) co_return storage_trouble();
  json out = json::array();
  for (const auto& v : *all) out.push_back(json_of(v));
  co_return json_of({{"versions", std::move(out)}});
}

// A version was published once, by two people: one click brings it back, through the same gate.
awaitable<answer> content_desk::restore(http::exchange& ex, const caller& who) {
  const auto number = number_in(ex.params.at("number"));
  const auto now = shop_.current();
  const auto* e = entry_of(ex, *now);
  if (!e || !number) co_return refusal(status::not_found, "not_found");
  const auto unit = ex.query.find("unit");
  draft from;
  from.entry = e->id;
  from.path = unit == ex.query.end() ? e->path : changes_path(content::unit_id{unit->second});
  if (unit != ex.query.end() && !has_unit(*now->content, unit->second))
    co_return refusal(status::not_found, "not_found");
  if (!who.who.may_touch(unit_of_path(from.path))) co_return co_await other_unit(who, e->id.str());
  const auto look = [id = key_of(from)](connection& db) { return versions_of(db, id); };
  const auto all = co_await with_.keep.read<std::vector<version>>(look);
  if (!all) co_return storage_trouble();
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
  co_return co_await settle(std::move(*made), from, who, reason);
}

}  // namespace

void add_content(api& to, api::parts with, workshop& shop) {
  const auto desk = std::make_shared<content_desk>(std::move(with), shop);
  const auto on = [&](verb method, const char* path, needs asks,
                      awaitable<answer> (content_desk::*which)(http::exchange&, const caller&)) {
    to.on(method, path, asks,
          [desk, which](http::exchange& ex, const caller& who) { return ((*desk).*which)(ex, who); });
  };
  const needs reads{.may = permission::read_content};
  const needs writes{.may = permission::write_content};
  on(verb::get, "/api/staff/content/entries", reads, &content_desk::list);
  on(verb::get, "/api/staff/content/entries/{entry}", reads, &content_desk::show);
  on(verb::get, "/api/staff/content/entries/{entry}/versions", reads, &content_desk::versions);
  on(verb::post, "/api/staff/content/entries/{entry}/versions/{number}/restore",
     {.may = permission::publish_content}, &content_desk::restore);
  on(verb::get, "/api/staff/content/drafts", reads, &content_desk::drafts);
  on(verb::post, "/api/staff/content/drafts", writes, &content_desk::begin);
  on(verb::get, "/api/staff/content/drafts/{id}", reads, &content_desk::read);
  on(verb::put, "/api/staff/content/drafts/{id}", writes, &content_desk::change);
  on(verb::post, "/api/staff/content/drafts/{id}/submit", writes, &content_desk::submit);
  on(verb::post, "/api/staff/content/drafts/{id}/withdraw", writes, &content_desk::withdraw);
  on(verb::post, "/api/staff/content/drafts/{id}/examine", reads, &content_desk::examine);
  on(verb::post, "/api/staff/content/drafts/{id}/ask", reads, &content_desk::ask);
  on(verb::post, "/api/staff/content/drafts/{id}/publish", reads, &content_desk::publish);
}

}  // namespace motcua::staff
