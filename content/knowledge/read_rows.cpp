#include "content/knowledge/read_rows.hpp"

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

std::optional<aspect> read_aspect(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  if (const auto known = parse_aspect(*word)) return known;
  std::vector<std::string_view> names;
  for (const auto a : all_aspects) names.push_back(name_of(a));
  at.error(unknown_word(*word, names));
  return std::nullopt;
}

std::optional<rewrite> read_rewrite(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  rewrite row{map.get("from", read_text, need::required), map.get("to", read_text, need::required),
              map.get("kind", read_word_kind, need::required)};
  map.finish();
  return row;
}

std::optional<golden_phrase> read_golden_phrase(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  golden_phrase row;
  row.text = map.get("text", read_text, need::required);
  row.entry = map.get("entry", read_id<entry_id>, need::required);
  row.about = map.maybe("aspect", read_aspect).value_or(aspect::overview);
  row.path = at.report.path();
  row.line = at.node.line;
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

unit read_unit(const yaml_node& root, file_report& report) {
  unit u = blank_unit(report.path());
  u.line = root.line;
  const spot whole{root, "", report};
  if (!expect_shape(whole, yaml_node::shape::map)) return u;
  map_reader map{whole};
  u.id = map.maybe("id", read_id<unit_id>, need::required).value_or(u.id);
  u.name = map.get("name", read_text, need::required);
  u.counter = map.get("counter", read_text, need::required);
  fact_reader facts{map, need::required};
  u.phone = facts.get("phone", read_text);
  u.hours = facts.get("hours", read_text);
  u.address = facts.get("address", read_text);
  u.website = facts.get("website", read_text);
  facts.finish();
  map.finish();
  return u;
}

std::vector<rewrite> read_rewrites(const yaml_node& root, file_report& report) {
  return read_list<&read_rewrite>({root, "", report}).value_or(std::vector<rewrite>{});
}

std::vector<golden_phrase> read_golden(const yaml_node& root, file_report& report) {
  return read_list<&read_golden_phrase>({root, "", report}).value_or(std::vector<golden_phrase>{});
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
