#include "content/knowledge/check_links.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "content/knowledge/check_entry.hpp"
#include "content/knowledge/text_form.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {
namespace {

using entries_by_id = std::map<entry_id, const entry*>;

template <class Thing>
finding about(const Thing& thing, std::string field, std::string message,
              severity how_bad = severity::error) {
  return {how_bad, thing.path, thing.line, std::move(field), std::move(message)};
}

std::string no_entry(const entry_id& id) {
  return "there is no entry " + quoted(id.str()) + ": mend the id, or delete the link";
}

entries_by_id index_entries(const std::vector<entry>& entries, std::vector<finding>& findings) {
  entries_by_id by_id;
  for (const auto& e : entries) {
    const auto [first, fresh] = by_id.emplace(e.id, &e);
    if (!fresh) {
      findings.push_back(about(e, "id",
                               quoted(e.id.str()) + " is also the id of " + first->second->path +
                                   ": give one of them another id"));
    }
  }
  return by_id;
}

const std::optional<entry_id>* contact_of(const entry& e) {
  if (const auto* p = e.as<procedure>()) return &p->contact;
  if (const auto* g = e.as<guide>()) return &g->contact;
  if (const auto* f = e.as<faq>()) return &f->contact;
  return nullptr;
}

void check_links_of(const entry& e, const entries_by_id& by_id, std::vector<finding>& findings) {
  const auto follow = [&](const entry_id& id, const std::string& field) -> const entry* {
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      findings.push_back(about(e, field, no_entry(id)));
      return nullptr;
    }
    if (id == e.id) findings.push_back(about(e, field, "links the entry to itself: delete it"));
    return found->second;
  };
  for (std::size_t i = 0; i < e.related.size(); ++i) follow(e.related[i], child_field("related", i));
  if (e.replaced_by) follow(*e.replaced_by, "replaced_by");
  if (const auto* id = contact_of(e); id && *id) {
    const auto* target = follow(**id, "contact");
    if (target && target->kind() != entry_kind::contact) {
      findings.push_back(about(e, "contact",
                               quoted(target->id.str()) + " is a " + std::string{name_of(target->kind())} +
                                   ", not a contact: name an entry of contacts/"));
    }
  }
}

// Two entries that are asked for in the same words: the bot cannot tell them apart.
void check_shared_phrases(const std::vector<entry>& entries, std::vector<finding>& findings) {
  std::map<std::string_view, const entry*> first;
  for (const auto& e : entries) {
    for (std::size_t i = 0; i < e.asked_as.size(); ++i) {
      const auto [other, fresh] = first.emplace(e.asked_as[i], &e);
      if (fresh || other->second == &e) continue;
      findings.push_back(
          about(e, child_field("asked_as", i),
                "the same phrase stands in " + other->second->path + ": keep it in one of them",
                severity::warning));
    }
  }
}

// A golden phrase that is learnt measures nothing.
void check_golden(const library& contents, const entries_by_id& by_id, std::vector<finding>& findings) {
  std::set<std::string_view> learnt;
  for (const auto& e : contents.entries) learnt.insert(e.asked_as.begin(), e.asked_as.end());
  const auto exists = [&](const entry_id& id) { return id.empty() || by_id.contains(id); };
  for (const auto& row : contents.golden) {
    if (!exists(row.entry)) findings.push_back(about(row, "entry", no_entry(row.entry)));
    if (learnt.contains(row.text))
      findings.push_back(about(row, "text", quoted(row.text) + " is also in an asked_as: delete it here"));
  }
  for (const auto& d : contents.dialogues) {
    for (const auto& t : d.turns)
      for (const auto* id : {&t.entry, &t.also})
        if (!exists(*id)) findings.push_back(about(d, "turns", no_entry(*id)));
  }
}

void check_shared_codes(const std::vector<entry>& entries, std::vector<finding>& findings) {
  std::map<std::string_view, const entry*> first;
  for (const auto& e : entries) {
    const auto* p = e.as<procedure>();
    const auto* r = e.as<record>();
    const std::string_view code = p ? p->code.value : r ? r->code : std::string_view{};
    if (code.empty()) continue;
    const auto [other, fresh] = first.emplace(code, &e);
    if (fresh) continue;
    findings.push_back(
        about(e, "code", "is also the code of " + other->second->path + ": a search by code finds that one",
              severity::warning));
  }
}

bool encloses_itself(const unit& u, const std::map<unit_id, const unit*>& by_id) {
  const unit* at = &u;
  for (std::size_t steps = 0; steps <= by_id.size(); ++steps) {
    const auto around = at->within ? by_id.find(*at->within) : by_id.end();
    if (around == by_id.end()) return false;
    at = around->second;
  }
  return true;
}

void check_views(const library& contents, const entries_by_id& by_id, std::vector<finding>& findings) {
  for (const auto& view : contents.views) {
    const auto is_of = [&](const unit& u) { return u.id == view.of; };
    if (std::none_of(contents.units.begin(), contents.units.end(), is_of)) {
      findings.push_back({severity::error, "units/" + view.of.str() + ".yaml", 0, "",
                          "is missing: the folder of that name changes entries"});
    }
    for (const auto& e : view.changed) {
      std::vector<finding> found;
      check_entry(e, found);
      check_links_of(e, by_id, found);
      for (auto& f : found) {
        if (f.how_bad != severity::error) continue;
        f.path = "units/" + view.of.str() + "/changes.yaml";
        f.field = child_field(e.id.str(), f.field);
        findings.push_back(std::move(f));
      }
    }
  }
}

void check_units(const std::vector<unit>& units, std::vector<finding>& findings) {
  std::map<unit_id, const unit*> by_id;
  for (const auto& u : units) {
    const auto [first, fresh] = by_id.emplace(u.id, &u);
    if (!fresh)
      findings.push_back(about(u, "id", quoted(u.id.str()) + " is also the id of " + first->second->path));
  }
  for (const auto& u : units) {
    if (!u.within) continue;
    if (!by_id.contains(*u.within))
      findings.push_back(about(u, "within", "there is no unit " + quoted(u.within->str()) + ": mend the id"));
    else if (encloses_itself(u, by_id))
      findings.push_back(
          about(u, "within", "leads back to the unit itself: mend one of the units around it"));
  }
  if (!by_id.contains(default_unit)) {
    findings.push_back({severity::error, "units/" + default_unit.str() + ".yaml", 0, "",
                        "is missing: write the unit for citizens whose commune is not known"});
  }
}

}  // namespace

void check_links(const library& contents, std::vector<finding>& findings) {
  const auto by_id = index_entries(contents.entries, findings);
  for (const auto& e : contents.entries) check_links_of(e, by_id, findings);
  check_golden(contents, by_id, findings);
  check_shared_phrases(contents.entries, findings);
  check_shared_codes(contents.entries, findings);
  check_units(contents.units, findings);
  check_views(contents, by_id, findings);
}

}  // namespace motcua::content
