#include "content/knowledge/read_catalogue.hpp"

#include <algorithm>

#include "content/knowledge/read_body.hpp"
#include "content/knowledge/read_entry.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {
namespace {

// What every record of the file has from its head.
struct head {
  std::vector<source> sources;
  std::optional<date> verified_on;
  std::optional<date> review_by;
  confidence trust = confidence::unknown;
};

head read_head(map_reader& map) {
  head h;
  if (auto from = map.maybe("source", read_source, need::required)) h.sources.push_back(std::move(*from));
  h.verified_on = map.maybe("verified_on", read_date, need::required);
  h.review_by = map.maybe("review_by", read_date, need::required);
  h.trust = map.maybe("confidence", read_confidence, need::required).value_or(confidence::unknown);
  return h;
}

entry read_row(const spot& at, const head& from) {
  map_reader map{at};
  entry e;
  e.path = at.report.path();
  e.line = at.node.line;
  e.title = map.get("title", read_text, need::required);
  e.valid = map.days("valid_from", "valid_to");
  e.replaced_by = map.maybe("replaced_by", read_id<entry_id>);
  e.asked_as = map.get("asked_as", read_list<&read_text>, e.replaced_by ? need::optional : need::required);
  e.staff_note = map.get("staff_note", read_text);
  auto body = read_record(map);
  map.finish();
  e.id = id_of_record(body.code);
  e.body = std::move(body);
  e.sources = from.sources;
  e.verified_on = from.verified_on;
  e.review_by = from.review_by;
  e.trust = from.trust;
  return e;
}

}  // namespace

entry_id id_of_record(std::string_view code) {
  std::string id = "ma-" + std::string{code};
  std::replace(id.begin(), id.end(), '.', '-');
  return entry_id{std::move(id)};
}

std::vector<entry> read_catalogue(const yaml_node& root, file_report& report) {
  const spot whole{root, "", report};
  if (!expect_shape(whole, yaml_node::shape::map)) return {};
  map_reader map{whole};
  const auto from = read_head(map);
  std::vector<entry> entries;
  const auto rows = map.find("records", need::required);
  map.finish();
  if (!rows || !expect_shape(*rows, yaml_node::shape::list)) return entries;
  for (std::size_t i = 0; i < rows->node.children.size(); ++i) {
    const spot row{rows->node.children[i], child_field(rows->field, i), report};
    if (expect_shape(row, yaml_node::shape::map)) entries.push_back(read_row(row, from));
  }
  return entries;
}

}  // namespace motcua::content
