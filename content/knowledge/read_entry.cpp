#include "content/knowledge/read_entry.hpp"

#include "content/knowledge/read_body.hpp"
#include "content/knowledge/rooms.hpp"
#include "content/knowledge/text_form.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {
namespace {

constexpr std::array kinds{
    choice<entry_kind>{"procedure", entry_kind::procedure}, choice<entry_kind>{"guide", entry_kind::guide},
    choice<entry_kind>{"faq", entry_kind::faq}, choice<entry_kind>{"contact", entry_kind::contact},
    choice<entry_kind>{"smalltalk", entry_kind::smalltalk}};

std::optional<entry_kind> read_kind(const spot& at) {
  return read_choice(at, kinds);
}

entry_kind kind_that_belongs(const std::string& path) {
  switch (room_of(path)) {
    case room::guides:
      return entry_kind::guide;
    case room::faqs:
      return entry_kind::faq;
    case room::contacts:
      return entry_kind::contact;
    case room::smalltalk:
      return entry_kind::smalltalk;
    default:
      return entry_kind::procedure;
  }
}

void read_header(map_reader& map, need elsewhere_needed, entry& e) {
  e.title = map.get("title", read_text, need::required);
  e.summary = map.get("summary", read_text);
  e.asked_as = map.get("asked_as", read_list<&read_text>);
  e.related = map.get("related", read_list<&read_id<entry_id>>);
  e.sources = map.get("sources", read_list<&read_source>);
  e.verified_on = map.maybe("verified_on", read_date, elsewhere_needed);
  e.review_by = map.maybe("review_by", read_date, elsewhere_needed);
  e.valid.from = map.maybe("valid_from", read_date);
  e.valid.to = map.maybe("valid_to", read_date);
  e.suspended = map.get("suspended", read_flag);
  e.replaced_by = map.maybe("replaced_by", read_id<entry_id>);
  e.staff_note = map.get("staff_note", read_text);
}

}  // namespace

std::optional<source> read_source(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  source read;
  read.title = map.get("title", read_text);  // the checker asks for it
  read.url = map.get("url", read_text);
  read.date = map.get("date", read_text);
  read.fields = map.get("fields", read_list<&read_text>);
  map.finish();
  return read;
}

entry blank_entry(const std::string& path) {
  entry e;
  e.id = entry_id{stem_of(path)};
  e.body = blank_body(kind_that_belongs(path));
  e.path = path;
  if (const auto owner = unit_of(path); !owner.empty()) e.only_of = unit_id{std::string{owner}};
  return e;
}

namespace {

entry read_onto(entry e, const yaml_node& root, file_report& report, bool changed) {
  e.line = root.line;
  const spot whole{root, "", report};
  if (!expect_shape(whole, yaml_node::shape::map)) return e;

  map_reader map{whole};
  e.id = map.maybe("id", read_id<entry_id>, need::required).value_or(e.id);
  const auto belongs = e.kind();
  const auto kind = map.maybe("kind", read_kind, need::required).value_or(belongs);
  if (kind != belongs) {
    map.find("kind", need::required)
        ->error("is " + std::string{name_of(kind)} + ", but this folder is for " +
                std::string{name_of(belongs)} + ": mend the kind, or move the file");
  }
  const auto elsewhere_needed = kind == entry_kind::smalltalk ? need::optional : need::required;
  read_header(map, elsewhere_needed, e);
  if (changed) e.hidden = map.get("hidden", read_flag);
  fact_reader facts{map, elsewhere_needed};
  e.trust = facts.trust();
  e.body = read_body(kind, map, facts);
  facts.finish();
  map.finish();
  return e;
}

}  // namespace

entry read_entry(const yaml_node& root, file_report& report) {
  return read_onto(blank_entry(report.path()), root, report, false);
}

entry read_changed_entry(const yaml_node& root, const std::string& path, file_report& report) {
  return read_onto(blank_entry(path), root, report, true);
}

}  // namespace motcua::content
