// Drafts: begun, changed, handed in or given up, examined and asked.
#include <functional>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/write_yaml.hpp"
#include "server/preview/preview.hpp"
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
using nlohmann::json;

constexpr std::size_t longest_question = 2000;  // bytes

class draft_desk {
 public:
  draft_desk(api::parts with, workshop& shop) : with_{std::move(with)}, shop_{shop} {}

  awaitable<answer> drafts(http::exchange& ex, const caller& who);
  awaitable<answer> begin(http::exchange& ex, const caller& who);
  awaitable<answer> read(http::exchange& ex, const caller& who);
  awaitable<answer> change(http::exchange& ex, const caller& who);
  awaitable<answer> submit(http::exchange& ex, const caller& who);
  awaitable<answer> withdraw(http::exchange& ex, const caller& who);
  awaitable<answer> examine(http::exchange& ex, const caller& who);
  awaitable<answer> ask(http::exchange& ex, const caller& who);
  awaitable<answer> shown(http::exchange& ex, const caller& who);

 private:
  awaitable<answer> move(http::exchange& ex, const caller& who, draft_state to, std::string what);
  awaitable<answer> keep(http::exchange& ex, const caller& who, std::function<bool(connection&)> put);

  api::parts with_;
  workshop& shop_;
};

awaitable<answer> draft_desk::drafts(http::exchange&, const caller& who) {
  const auto all = co_await with_.keep.read<std::vector<draft>>(living_drafts);
  if (!all) co_return trouble(all.error());
  json out = json::array();
  for (const auto& d : *all)
    if (who.who.may_touch(unit_of_path(d.path))) out.push_back(summary_of(d));
  co_return json_of({{"drafts", std::move(out)}});
}

// {"entry": id} of what is published, or {"tree"} of something new.
awaitable<answer> draft_desk::begin(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  draft made;
  const auto now = shop_.current();
  const auto* e = published_entry(*now, text_of(*body, "entry"));
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
    made.path = path_of_new(*given, *now->content);
    if (made.path.empty()) co_return refusal(status::bad_request, "bad_kind");
    made.title = given->title;
    made.body = given->text;
  }
  if (!who.who.may_touch(unit_of_path(made.path)))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", made.entry.str());
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
  if (!kept) co_return trouble(kept.error());
  co_return json_of(summary_of(*kept), status::created);
}

awaitable<answer> draft_desk::read(http::exchange& ex, const caller& who) {
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  nlohmann::ordered_json out;
  out["summary"] = summary_of(d);
  const auto* e = shop_.current()->content->find(d.entry);
  if (e) out["kind"] = content::name_of(e->kind());
  out["tree"] = form_of(d.body);
  co_return http::json_answer(status::ok, out.dump());
}

// Keeps a change of the draft, if nobody was faster, and tells how it stands now.
awaitable<answer> draft_desk::keep(http::exchange& ex, const caller& who,
                                   std::function<bool(connection&)> put) {
  const auto done = co_await with_.keep.write<bool>(put);
  if (!done.has_value()) co_return trouble(done.error());
  const auto after = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&after)) co_return *refused;
  const auto& now = std::get<draft>(after);
  co_return *done ? json_of(summary_of(now)) : changed_meanwhile(now);
}

awaitable<answer> draft_desk::change(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto given = body ? write_entry(ex.message.body()) : std::nullopt;
  if (!given) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_named(with_, ex, who);
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
  co_return co_await keep(ex, who, put);
}

awaitable<answer> draft_desk::move(http::exchange& ex, const caller& who, draft_state to, std::string what) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto put = [this, d, to, who, what, seen = revision_of(*body), now = with_.now()](connection& db) {
    if (!move_draft(db, d.id, to, seen, now)) return false;
    with_.log.add(db, who.did(what, d.entry.str()), now);
    return true;
  };
  co_return co_await keep(ex, who, put);
}

awaitable<answer> draft_desk::submit(http::exchange& ex, const caller& who) {
  return move(ex, who, draft_state::in_review, "draft.submit");
}
awaitable<answer> draft_desk::withdraw(http::exchange& ex, const caller& who) {
  return move(ex, who, draft_state::withdrawn, "draft.withdraw");
}

awaitable<answer> draft_desk::examine(http::exchange& ex, const caller& who) {
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto report = co_await shop_.examine(piece_of(d));
  if (!report) co_return trouble(report.error());
  co_return json_of(json_of(**report));
}

awaitable<answer> draft_desk::ask(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto question = body ? text_of(*body, "text") : std::string{};
  if (question.empty() || question.size() > longest_question)
    co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& d = std::get<draft>(found);
  const auto report = co_await shop_.examine(piece_of(d));
  if (!report) co_return trouble(report.error());
  if (!(*report)->after) co_return refusal(status::conflict, "draft_has_errors");
  const auto before = shop_.current();
  co_return json_of({{"before", answer_of(*before, question, with_.now())},
                     {"after", answer_of(*(*report)->after, question, with_.now())}});
}

// {"about": "fee"}, and "tree" for what is not saved yet; as the citizens of the draft's unit will see it.
awaitable<answer> draft_desk::shown(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto about = body ? content::parse_aspect(text_of(*body, "about")) : std::nullopt;
  if (!about) co_return refusal(status::bad_request, "bad_json");
  const auto found = co_await draft_named(with_, ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  auto d = std::get<draft>(found);
  if (body->contains("tree")) {
    const auto given = write_entry(ex.message.body());
    if (!given || (!is_changes_path(d.path) && given->id != d.entry.str()))
      co_return refusal(status::bad_request, "bad_entry_id");
    d.body = given->text;
  }
  const auto report = co_await shop_.examine(piece_of(d));
  if (!report) co_return trouble(report.error());
  const auto& mind = (*report)->after;
  const auto unit = unit_of_path(d.path);
  const auto* e = mind ? mind->content->find_for(unit, d.entry) : nullptr;
  if (!e) co_return refusal(status::conflict, "draft_has_errors");
  json channels = json::object();
  for (const auto on : preview::all_channels) {
    json messages = json::array();
    for (const auto& one : preview::shown(*mind, {unit, with_.now()}, *e, *about, on))
      messages.push_back({{"text", one.text}, {"buttons", one.buttons}});
    channels[std::string{preview::name_of(on)}] = std::move(messages);
  }
  co_return json_of({{"channels", std::move(channels)}});
}

}  // namespace

void add_drafts(api& to, api::parts with, workshop& shop) {
  const auto desk = std::make_shared<draft_desk>(std::move(with), shop);
  const needs reads{.may = permission::read_content};
  const needs writes{.may = permission::write_content};
  const std::string all = "/api/staff/content/drafts";
  const std::string one = all + "/{id}";
  to.on(verb::get, all, reads, desk, &draft_desk::drafts);
  to.on(verb::post, all, writes, desk, &draft_desk::begin);
  to.on(verb::get, one, reads, desk, &draft_desk::read);
  to.on(verb::put, one, writes, desk, &draft_desk::change);
  to.on(verb::post, one + "/submit", writes, desk, &draft_desk::submit);
  to.on(verb::post, one + "/withdraw", writes, desk, &draft_desk::withdraw);
  to.on(verb::post, one + "/examine", reads, desk, &draft_desk::examine);
  to.on(verb::post, one + "/ask", reads, desk, &draft_desk::ask);
  to.on(verb::post, one + "/preview", reads, desk, &draft_desk::shown);
}

}  // namespace motcua::staff
