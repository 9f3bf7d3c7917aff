// The golden set's rows and conversations.
#include "content/knowledge/read_aspect.hpp"
#include "content/knowledge/read_rows.hpp"

namespace motcua::content {
namespace {

constexpr int most_hours = 999;

std::optional<golden_outcome> read_outcome(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  const auto known = parse_golden_outcome(*word);
  if (!known) at.error("is no outcome known here: see content/knowledge/golden.hpp");
  return known;
}

std::optional<golden_phrase> read_golden_phrase(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  golden_phrase row;
  row.text = map.get("text", read_text, need::required);
  row.style = map.maybe("style", read_text).value_or("plain");
  row.expect = map.maybe("expect", read_outcome).value_or(golden_outcome::entry);
  const auto needed = row.expect == golden_outcome::entry ? need::required : need::optional;
  row.entry = map.get("entry", read_id<entry_id>, needed);
  row.about = map.maybe("aspect", read_aspect).value_or(aspect::overview);
  row.path = at.report.path();
  row.line = at.node.line;
  map.finish();
  return row;
}

// 1 is the first choice, "last" the last.
std::optional<int> read_choice_number(const spot& at) {
  if (at.node.text == "last") return -1;
  return read_count(at);
}

std::optional<golden_turn> read_golden_turn(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  golden_turn turn;
  turn.text = map.get("text", read_text, need::required);
  turn.decision = map.get("decision", read_text, need::required);
  turn.entry = map.get("entry", read_id<entry_id>);
  turn.about = map.maybe("aspect", read_aspect);
  turn.also = map.get("also", read_id<entry_id>);
  turn.choose = map.maybe("choose", read_choice_number).value_or(0);
  turn.after_hours = std::min(map.maybe("after_hours", read_count).value_or(0), most_hours);
  map.finish();
  return turn;
}

std::optional<golden_dialogue> read_golden_dialogue(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  golden_dialogue row;
  row.id = map.get("id", read_text, need::required);
  row.kind = map.get("kind", read_text, need::required);
  row.turns = map.get("turns", read_list<&read_golden_turn>, need::required);
  row.path = at.report.path();
  row.line = at.node.line;
  map.finish();
  return row;
}

}  // namespace

std::vector<golden_phrase> read_golden(const yaml_node& root, file_report& report) {
  return read_list<&read_golden_phrase>({root, "", report}).value_or(std::vector<golden_phrase>{});
}

std::vector<golden_dialogue> read_dialogues(const yaml_node& root, file_report& report) {
  return read_list<&read_golden_dialogue>({root, "", report}).value_or(std::vector<golden_dialogue>{});
}

}  // namespace motcua::content
