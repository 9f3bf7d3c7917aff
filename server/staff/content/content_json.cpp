#include "server/staff/content/content_json.hpp"

#include "content/knowledge/unit.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::staff {
namespace {

using nlohmann::json;

json seconds(instant at) {
  return at.time_since_epoch().count() / 1000;
}

std::string field_of(const content::entry& e) {
  const auto* p = e.as<content::procedure>();
  return p ? p->field : std::string{};
}

}  // namespace

json summary_of(const content::entry& e) {
  return {{"id", e.id.str()},
          {"title", e.title},
          {"kind", content::name_of(e.kind())},
          {"field", field_of(e)},
          {"unit", unit_of_path(e.path).str()},
          {"phrases", e.asked_as.size()},
          {"trust", content::name_of(e.trust)},
          {"verified_on", e.verified_on ? json(content::iso(*e.verified_on)) : json(nullptr)},
          {"review_by", e.review_by ? json(content::iso(*e.review_by)) : json(nullptr)}};
}

json summary_of(const draft& d) {
  return {{"id", static_cast<std::int64_t>(d.id)},
          {"entry", d.entry.str()},
          {"title", d.title},
          {"unit", unit_of_path(d.path).str()},
          {"state", name_of(d.state)},
          {"editors", d.editors},
          {"revision", d.revision},
          {"changed_at", seconds(d.changed_at)}};
}

json json_of(const version& v) {
  return {{"number", v.number},         {"body", v.body},      {"published_by", v.published_by},
          {"written_by", v.written_by}, {"at", seconds(v.at)}, {"reason", v.reason}};
}

json json_of(const gate_report& r) {
  json changes = json::array();
  for (const auto& c : r.changes)
    changes.push_back({{"field", c.field}, {"before", c.before}, {"after", c.after}});
  json findings = json::array();
  for (const auto& f : r.findings)
    findings.push_back({{"error", f.how_bad == content::severity::error},
                        {"path", f.path},
                        {"field", f.field},
                        {"message", f.message}});
  json answers = json::array();
  for (const auto& a : r.answers)
    answers.push_back({{"question", a.question},
                       {"before", a.before},
                       {"after", a.after},
                       {"entry_before", a.entry_before},
                       {"entry_after", a.entry_after},
                       {"was_right", a.was_right},
                       {"is_right", a.is_right}});
  return {{"changes", std::move(changes)},        {"findings", std::move(findings)},
          {"answers", std::move(answers)},        {"answers_changed", r.answers_changed},
          {"newly_wrong", r.newly_wrong},         {"newly_right", r.newly_right},
          {"most_newly_wrong", most_newly_wrong}, {"blocked", r.blocked},
          {"loads", r.after != nullptr}};
}

json answer_of(const intents::mind& with, const std::string& question, intents::instant now) {
  intents::conversation fresh;
  fresh.introduced = true;
  fresh.last_turn = now;
  const auto t = intents::take_turn(with, fresh, {intents::citizen_event::kind::text, question},
                                    {content::default_unit, now});
  json replies = json::array();
  for (const auto& r : t.replies) {
    json buttons = json::array();
    for (const auto& a : r.actions) buttons.push_back(a.title);
    replies.push_back({{"text", r.text}, {"buttons", std::move(buttons)}});
  }
  return {{"decision", intents::name_of(t.what)},
          {"entry", t.entry ? json(t.entry->str()) : json(nullptr)},
          {"aspect", content::name_of(t.about)},
          {"confidence", t.confidence},
          {"replies", std::move(replies)}};
}

const content::entry* published_entry(const intents::mind& now, const std::string& id) {
  const auto* e = now.content->find(content::entry_id{id});
  return e && e->kind() != content::entry_kind::record ? e : nullptr;
}

bool has_unit(const content::snapshot& content, const std::string& id) {
  return content.unit_or_default(content::unit_id{id}).id.str() == id;
}

content::unit_id unit_of_path(const std::string& path) {
  constexpr std::string_view folder = "units/";
  if (!path.starts_with(folder)) return content::default_unit;
  return content::unit_id{path.substr(folder.size(), path.find('/', folder.size()) - folder.size())};
}

}  // namespace motcua::staff
