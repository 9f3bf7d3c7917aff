#include "content/knowledge/layers.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "content/knowledge/read_body.hpp"
#include "content/knowledge/read_entry.hpp"
#include "content/knowledge/rooms.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {
namespace {

constexpr std::array<std::string_view, 4> fixed{"id", "kind", "verified_on", "review_by"};

yaml_node* child(yaml_node& map, std::string_view key) {
  const auto found = std::ranges::find(map.children, key, &yaml_node::key);
  return found == map.children.end() ? nullptr : &*found;
}

yaml_node& child_made(yaml_node& map, std::string_view key, yaml_node::shape what, int line) {
  if (auto* there = child(map, key)) return *there;
  yaml_node made;
  made.what = what;
  made.line = made.key_line = line;
  made.key = std::string{key};
  map.children.push_back(std::move(made));
  return map.children.back();
}

void set(yaml_node& map, const yaml_node& value) {
  if (auto* there = child(map, value.key))
    *there = value;
  else
    map.children.push_back(value);
}

// The sources of a change are the sources of what it changes, before those of the whole.
void add_sources(yaml_node& entry, const yaml_node& row, yaml_node added) {
  for (auto& s : added.children) {
    if (s.what != yaml_node::shape::map || child(s, "fields")) continue;
    auto& fields = child_made(s, "fields", yaml_node::shape::list, s.line);
    for (const auto& changed : row.children) {
      if (changed.key == "sources" || changed.key.starts_with("confidence")) continue;
      yaml_node name;
      name.what = yaml_node::shape::text;
      name.line = s.line;
      name.text = changed.key;
      fields.children.push_back(std::move(name));
    }
  }
  auto& sources = child_made(entry, "sources", yaml_node::shape::list, row.line);
  sources.children.insert(sources.children.begin(), added.children.begin(), added.children.end());
}

// `confidence` in a row is that of its fields alone.
void trust_changed(yaml_node& entry, const yaml_node& row, const yaml_node& trust) {
  auto& by_field = child_made(entry, "confidence_by_field", yaml_node::shape::map, trust.line);
  for (const auto& changed : row.children) {
    if (!is_fact(changed.key)) continue;
    auto one = trust;
    one.key = changed.key;
    set(by_field, one);
  }
}

class merger {
 public:
  merger(const change_sheet& from, std::vector<finding>& findings) : from_{from}, findings_{findings} {}

  void apply(const yaml_node& row, yaml_node& entry) {
    file_report report{from_.path, findings_};
    if (!expect_shape({row, row.key, report}, yaml_node::shape::map)) return;
    if (const auto* trust = in(row, "confidence")) trust_changed(entry, row, *trust);
    for (const auto& change : row.children) {
      const auto field = child_field(row.key, change.key);
      if (std::ranges::find(fixed, change.key) != fixed.end())
        report.error(change.line, field, "belongs to the shared entry: a unit cannot change it");
      else if (change.key == "sources")
        add_sources(entry, row, change);
      else if (change.key == "confidence_by_field")
        for (const auto& one : change.children)
          set(child_made(entry, change.key, yaml_node::shape::map, change.line), one);
      else if (change.key != "confidence")
        set(entry, change);
    }
  }

 private:
  static const yaml_node* in(const yaml_node& map, std::string_view key) {
    const auto found = std::ranges::find(map.children, key, &yaml_node::key);
    return found == map.children.end() ? nullptr : &*found;
  }

  const change_sheet& from_;
  std::vector<finding>& findings_;
};

class layering {
 public:
  layering(const std::vector<unit>& units, const std::vector<change_sheet>& sheets, const entry_trees& trees,
           std::vector<finding>& findings)
      : units_{units}, sheets_{sheets}, trees_{trees}, findings_{findings} {}

  unit_view of(const change_sheet& sheet) {
    unit_view view{sheet.of, {}};
    const auto chain = chain_of(sheet.of);
    std::set<entry_id> touched;
    for (const auto* s : chain)
      for (const auto& row : s->rows.children) touched.insert(entry_id{row.key});
    for (const auto& id : touched) {
      const auto tree = trees_.find(id);
      if (tree != trees_.end()) view.changed.push_back(resolved(sheet, chain, tree->second));
    }
    return view;
  }

  void check_rows(const change_sheet& sheet) {
    file_report report{sheet.path, findings_};
    for (const auto& row : sheet.rows.children)
      if (!trees_.contains(entry_id{row.key}))
        report.error(row.key_line, row.key,
                     "is no entry that all units share: mend the id, or delete the row");
  }

 private:
  // From the outermost unit to this one; a unit within itself ends the walk (check_links reports it).
  std::vector<const change_sheet*> chain_of(const unit_id& innermost) const {
    std::vector<const change_sheet*> chain;
    std::optional<unit_id> at = innermost;
    for (std::size_t steps = 0; at && steps <= units_.size(); ++steps) {
      const auto sheet = std::ranges::find(sheets_, *at, &change_sheet::of);
      if (sheet != sheets_.end()) chain.insert(chain.begin(), &*sheet);
      const auto here = std::ranges::find(units_, *at, &unit::id);
      at = here == units_.end() ? std::nullopt : here->within;
    }
    return chain;
  }

  entry resolved(const change_sheet& innermost, const std::vector<const change_sheet*>& chain,
                 const parsed_entry& shared) {
    auto tree = shared.tree;
    const auto id = stem_of(shared.path);
    for (const auto* sheet : chain) {
      const auto row = std::ranges::find(sheet->rows.children, id, &yaml_node::key);
      if (row == sheet->rows.children.end()) continue;
      std::vector<finding> told_already;  // of a unit around this one, by its own sheet
      merger{*sheet, sheet->of == innermost.of ? findings_ : told_already}.apply(*row, tree);
    }
    file_report report{innermost.path, findings_};
    return read_changed_entry(tree, shared.path, report);
  }

  const std::vector<unit>& units_;
  const std::vector<change_sheet>& sheets_;
  const entry_trees& trees_;
  std::vector<finding>& findings_;
};

}  // namespace

std::vector<unit_view> layered(const std::vector<unit>& units, const std::vector<change_sheet>& sheets,
                               const entry_trees& trees, std::vector<finding>& findings) {
  layering all{units, sheets, trees, findings};
  std::vector<unit_view> views;
  for (const auto& sheet : sheets) {
    all.check_rows(sheet);
    views.push_back(all.of(sheet));
  }
  return views;
}

}  // namespace motcua::content
