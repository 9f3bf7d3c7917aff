#include "server/staff/content/gate.hpp"

#include <algorithm>

#include "content/exchange/sheet_cell.hpp"
#include "content/knowledge/load.hpp"
#include "intents/dialogue/phrase_keys.hpp"

namespace motcua::staff {
namespace {

struct heard {
  std::string text;
  std::string entry;
  bool right = false;
};

bool as_expected(const intents::turn& t, const content::golden_phrase& row) {
  const bool answered = t.what == intents::decision::answer;
  if (row.expect == content::golden_outcome::entry) return answered && t.entry == row.entry;
  return !answered || row.expect != content::golden_outcome::outside;
}

heard ask(const intents::mind& with, const content::golden_phrase& row, intents::instant now) {
  intents::conversation fresh;
  fresh.introduced = true;  // the notice of a first answer is no part of the comparison
  fresh.last_turn = now;
  const auto t = intents::take_turn(with, fresh, {intents::citizen_event::kind::text, row.text},
                                    {content::default_unit, now});
  heard out;
  for (const auto& r : t.replies) out.text += (out.text.empty() ? "" : "\n\n") + r.text;
  if (t.entry) out.entry = t.entry->str();
  out.right = as_expected(t, row);
  return out;
}

void compare(gate_report& report, const intents::mind& before, intents::instant now) {
  for (const auto& row : report.after->content->contents().golden) {
    const auto was = ask(before, row, now);
    const auto is = ask(*report.after, row, now);
    if (was.text == is.text) continue;
    ++report.answers_changed;
    report.newly_wrong += was.right && !is.right ? 1 : 0;
    report.newly_right += !was.right && is.right ? 1 : 0;
    report.answers.push_back({row.text, was.text, is.text, was.entry, is.entry, was.right, is.right});
  }
  std::stable_sort(report.answers.begin(), report.answers.end(), [](const auto& a, const auto& b) {
    const auto worse = [](const changed_answer& one) { return one.was_right && !one.is_right; };
    return worse(a) && !worse(b);
  });
  if (report.answers.size() > most_shown) report.answers.resize(most_shown);
}

content::yaml_node fields_in(const std::string& yaml) {
  return content::parse_yaml(yaml).value_or(content::yaml_node{});
}

// Field by field, as propose() tells them of a whole entry.
std::vector<content::field_change> differences(const content::file_texts& current, const piece& changed) {
  const auto was = fields_in(published_text(current, changed));
  const auto is = fields_in(changed.body);
  const auto cell = [](const content::yaml_node& of, const std::string& key) {
    for (const auto& child : of.children)
      if (child.key == key) return content::cell_of(child);
    return std::string{};
  };
  std::vector<content::field_change> all;
  const auto note = [&](const std::string& key) {
    const auto before = cell(was, key);
    const auto after = cell(is, key);
    if (before != after) all.push_back({changed.path, key, before, after});
  };
  for (const auto& child : is.children) note(child.key);
  for (const auto& child : was.children)
    if (cell(is, child.key).empty()) note(child.key);
  return all;
}

content::file_texts with_file(content::file_texts files, const std::string& path, const std::string& text) {
  const auto same = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.first == path; });
  if (same == files.end())
    files.emplace_back(path, text);
  else
    same->second = text;
  return files;
}

}  // namespace

gate_report examine(const content::file_texts& current, const piece& changed, const intents::mind& before,
                    intents::instant now) {
  gate_report report;
  const auto text = placed(current, changed);
  auto proposed = content::propose(current, {{changed.path, text}});
  report.changes = changed.entry.empty() ? std::move(proposed.changes) : differences(current, changed);
  report.files = std::move(proposed.files);
  const auto& path = changed.path;
  auto loaded =
      content::load_files(with_file(current, path, report.files.empty() ? text : report.files[0].second));
  report.findings = std::move(loaded.findings);
  if (loaded.content) {
    const auto missing = intents::missing_phrases(loaded.content->phrases());
    report.findings.insert(report.findings.end(), missing.begin(), missing.end());
  }
  const bool errors = content::any_error(report.findings);
  std::erase_if(report.findings, [&](const content::finding& f) {
    return f.how_bad != content::severity::error && f.path != path;
  });
  report.blocked = errors || !loaded.content;
  if (report.blocked) return report;
  report.after = std::make_shared<const intents::mind>(loaded.content, intents::all_golden);
  compare(report, before, now);
  report.blocked = report.newly_wrong > most_newly_wrong;
  return report;
}

}  // namespace motcua::staff
