#include "content/knowledge/read_rows.hpp"

#include "content/knowledge/read_aspect.hpp"
#include "content/knowledge/rooms.hpp"

namespace motcua::content {
namespace {

constexpr std::array word_kinds{choice<word_kind>{"abbreviation", word_kind::abbreviation},
                                choice<word_kind>{"teencode", word_kind::teencode},
                                choice<word_kind>{"dialect", word_kind::dialect},
                                choice<word_kind>{"synonym", word_kind::synonym}};

std::optional<word_kind> read_word_kind(const spot& at) {
  return read_choice(at, word_kinds);
}

std::optional<rewrite> read_rewrite(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  rewrite row{map.get("from", read_text, need::required), map.get("to", read_text, need::required),
              map.get("kind", read_word_kind, need::required)};
  map.finish();
  return row;
}

std::optional<aspect_phrase> read_aspect_phrase(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  aspect_phrase row{map.get("text", read_text, need::required),
                    map.maybe("aspect", read_aspect, need::required).value_or(aspect::overview),
                    map.maybe("alone", read_flag).value_or(false)};
  map.finish();
  return row;
}

std::optional<outside_meaning> read_outside_meaning(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  const auto known = parse_outside_meaning(*word);
  if (!known)
    at.error("is not known here: write fire, crime, medical, child, own_dossier, person or feedback");
  return known;
}

std::optional<outside_topic> read_outside_topic(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  outside_topic row;
  row.topic = map.get("topic", read_text, need::required);
  row.title = map.get("title", read_text, need::required);
  row.near = map.maybe("near", read_flag).value_or(false);
  row.means = map.maybe("means", read_outside_meaning).value_or(outside_meaning::none);
  row.asked_as = map.get("asked_as", read_list<&read_text>, need::required);
  row.path = at.report.path();
  row.line = at.node.line;
  map.finish();
  return row;
}

std::optional<std::chrono::weekday> read_weekday(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  const auto day = parse_weekday(*word);
  if (!day) at.error("is no day of the week: write t2, t3, t4, t5, t6, t7 or cn");
  return day;
}

std::optional<std::chrono::minutes> read_time(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  const auto time = parse_time(*word);
  if (!time) at.error("is no time of day: write it like \"07:30\"");
  return time;
}

std::optional<opening_period> read_opening(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  opening_period row{map.get("days", read_list<&read_weekday>, need::required),
                     map.get("from", read_time, need::required), map.get("to", read_time, need::required)};
  map.finish();
  return row;
}

std::optional<closed_day> read_closed_day(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  closed_day row{map.get("day", read_date, need::required), map.get("why", read_text, need::required)};
  map.finish();
  return row;
}

}  // namespace

unit blank_unit(const std::string& path) {
  unit u;
  u.id = unit_id{stem_of(path)};
  u.path = path;
  return u;
}

std::optional<office> read_office(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  office o;
  o.name = map.get("name", read_text, need::required);
  o.fields = map.get("fields", read_list<&read_text>);
  fact_reader facts{map, need::required};
  o.phone = facts.get("phone", read_text, need::required);
  o.hours = facts.get("hours", read_text);
  o.address = facts.get("address", read_text);
  facts.finish();
  map.finish();
  return o;
}

unit read_unit(const yaml_node& root, file_report& report) {
  unit u = blank_unit(report.path());
  u.line = root.line;
  const spot whole{root, "", report};
  if (!expect_shape(whole, yaml_node::shape::map)) return u;
  map_reader map{whole};
  u.id = map.maybe("id", read_id<unit_id>, need::required).value_or(u.id);
  u.within = map.maybe("within", read_id<unit_id>);
  u.name = map.get("name", read_text, need::required);
  u.counter = map.get("counter", read_text, need::required);
  fact_reader facts{map, need::required};
  u.phone = facts.get("phone", read_text);
  u.hours = facts.get("hours", read_text);
  u.address = facts.get("address", read_text);
  u.website = facts.get("website", read_text);
  facts.finish();
  u.open = map.get("open", read_list<&read_opening>);
  u.closed = map.get("closed", read_list<&read_closed_day>);
  u.report_due_day = map.maybe("report_due_day", read_count);
  u.offices = map.get("offices", read_list<&read_office>);
  map.finish();
  return u;
}

std::vector<rewrite> read_rewrites(const yaml_node& root, file_report& report) {
  return read_list<&read_rewrite>({root, "", report}).value_or(std::vector<rewrite>{});
}

std::vector<aspect_phrase> read_aspect_phrases(const yaml_node& root, file_report& report) {
  return read_list<&read_aspect_phrase>({root, "", report}).value_or(std::vector<aspect_phrase>{});
}

std::vector<outside_topic> read_outside(const yaml_node& root, file_report& report) {
  return read_list<&read_outside_topic>({root, "", report}).value_or(std::vector<outside_topic>{});
}

void read_phrases(const yaml_node& root, file_report& report, phrase_texts& texts, phrase_places& places) {
  const spot whole{root, "", report};
  if (!expect_shape(whole, yaml_node::shape::map)) return;
  for (const auto& child : root.children) {
    const auto text = read_text({child, child.key, report});
    if (!text) continue;
    const auto place = report.path() + ":" + std::to_string(child.key_line);
    const auto [first, fresh] = places.emplace(child.key, place);
    if (fresh) {
      texts.emplace(child.key, *text);
    } else if (!first->second.starts_with(report.path() + ":")) {  // twice in one file is already reported
      report.error(child.key_line, child.key, "is also in " + first->second + ": delete one");
    }
  }
}

}  // namespace motcua::content
