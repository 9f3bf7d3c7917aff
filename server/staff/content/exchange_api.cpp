// Content for other hands: tables for a spreadsheet, an entry's file, and both back as drafts.
#include "content/exchange/entry_tree.hpp"
#include "content/exchange/sheet.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/rooms.hpp"
#include "server/staff/content/content_api.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/content/form.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;

constexpr std::size_t most_drafts = 50;  // of one import
constexpr std::size_t most_told = 500;   // changes, findings

answer file_answer(std::string name, std::string type, std::string body) {
  answer out;
  out.message.result(status::ok);
  out.message.set(http::field::content_type, type);
  out.message.set(http::field::content_disposition, "attachment; filename=\"" + name + "\"");
  out.message.set(http::field::cache_control, "no-store");
  out.message.set("X-Content-Type-Options", "nosniff");
  out.message.body() = std::move(body);
  return out;
}

json json_of(const content::proposal& plan) {
  json changes = json::array();
  for (const auto& c : plan.changes)
    if (changes.size() < most_told)
      changes.push_back({{"path", c.path}, {"field", c.field}, {"before", c.before}, {"after", c.after}});
  json findings = json::array();
  for (const auto& f : plan.findings)
    if (f.how_bad == content::severity::error && findings.size() < most_told)
      findings.push_back({{"path", f.path}, {"line", f.line}, {"field", f.field}, {"message", f.message}});
  return {{"changes", std::move(changes)}, {"findings", std::move(findings)}, {"files", plan.files.size()}};
}

class exchange_desk {
 public:
  exchange_desk(api::parts with, workshop& shop) : with_{std::move(with)}, shop_{shop} {}

  awaitable<answer> table(http::exchange& ex, const caller& who);
  awaitable<answer> yaml(http::exchange& ex, const caller& who);
  awaitable<answer> bring(http::exchange& ex, const caller& who);

 private:
  awaitable<answer> draft_all(content::proposal plan, const caller& who);
  awaitable<result<draft>> draft_of(const std::string& path, const std::string& text, const caller& who);

  api::parts with_;
  workshop& shop_;
};

awaitable<answer> exchange_desk::table(http::exchange& ex, const caller&) {
  const auto& name = ex.params.at("table");
  const auto kind = parse_import_kind(name);
  if (!kind || *kind == import_kind::yaml) co_return refusal(status::not_found, "not_found");
  auto tables = content::sheets_of(shop_.current()->content->contents());
  co_return file_answer(
      name, "text/csv; charset=utf-8",
      *kind == import_kind::entries ? std::move(tables.entries) : std::move(tables.phrases));
}

awaitable<answer> exchange_desk::yaml(http::exchange& ex, const caller&) {
  const auto now = shop_.current();
  const auto* e = published_entry(*now, ex.params.at("entry"));
  if (!e) co_return refusal(status::not_found, "not_found");
  co_return file_answer(e->id.str() + ".yaml", "application/yaml", content::write_yaml(content::tree_of(*e)));
}

// The file is the body. Without ?apply nothing is kept: what would change is told.
awaitable<answer> exchange_desk::bring(http::exchange& ex, const caller& who) {
  const auto kind = parse_import_kind(ex.params.at("table"));
  if (!kind) co_return refusal(status::not_found, "not_found");
  auto plan = co_await shop_.plan(*kind, ex.message.body());
  if (!plan) co_return trouble(plan.error());
  auto told = json_of(*plan);
  if (!told.at("findings").empty()) {
    told["error"] = "bad_file";
    co_return staff::json_of(told, status::bad_request);
  }
  if (!ex.query.contains("apply")) co_return staff::json_of(told);
  if (plan->files.size() > most_drafts) co_return refusal(status::bad_request, "too_many_drafts");
  for (const auto& [path, text] : plan->files)
    if (!who.who.may_touch(unit_of_path(path)))
      co_return co_await refuse(with_, who, status::forbidden, "other_unit", content::stem_of(path));
  co_return co_await draft_all(std::move(*plan), who);
}

awaitable<result<draft>> exchange_desk::draft_of(const std::string& path, const std::string& text,
                                                 const caller& who) {
  const auto given = write_entry(json{{"tree", form_of(text)}}.dump());
  if (!given) co_return errc::bad_request;
  draft made;
  made.entry = content::entry_id{given->id};
  made.path = path;
  made.title = given->title;
  made.body = text;
  made.editors = {who.who.login};
  made.changed_at = with_.now();
  const auto base = co_await shop_.published_now(piece_of(made));
  if (!base) co_return base.error();
  made.base = mark_of(*base);
  co_return made;
}

// All of them in one transaction: half an import would be hard to find again.
awaitable<answer> exchange_desk::draft_all(content::proposal plan, const caller& who) {
  std::vector<draft> made;
  for (const auto& [path, text] : plan.files) {
    auto one = co_await draft_of(path, text, who);
    if (!one) co_return trouble(one.error());
    made.push_back(std::move(*one));
  }
  const auto put = [this, made, who](connection& db) {
    json kept = json::array();
    for (auto one : made) {
      one.id = add_draft(db, one);
      with_.log.add(db, who.did("draft.import", one.entry.str()), one.changed_at);
      kept.push_back(summary_of(one));
    }
    return kept;
  };
  auto kept = co_await with_.keep.write<json>(put);
  if (!kept) co_return trouble(kept.error());
  co_return staff::json_of({{"drafts", std::move(*kept)}}, status::created);
}

}  // namespace

void add_exchange(api& to, api::parts with, workshop& shop) {
  const auto desk = std::make_shared<exchange_desk>(std::move(with), shop);
  to.on(verb::get, "/api/staff/content/export/{table}", {.may = permission::read_content}, desk,
        &exchange_desk::table);
  to.on(verb::get, "/api/staff/content/entries/{entry}/yaml", {.may = permission::read_content}, desk,
        &exchange_desk::yaml);
  to.on(verb::post, "/api/staff/content/import/{table}", {.may = permission::write_content}, desk,
        &exchange_desk::bring);
}

}  // namespace motcua::staff
