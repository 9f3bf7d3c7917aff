#include "intents/measure/audit.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "content/knowledge/text_form.hpp"
#include "content/knowledge/yaml_tree.hpp"
#include "intents/text/codepoints.hpp"
#include "intents/text/tones.hpp"

namespace motcua::intents {
namespace {

using content::entry;
using content::finding;
using content::severity;

finding warning(const entry& e, std::string field, std::string message) {
  return {severity::warning, e.path, e.line, std::move(field), std::move(message)};
}

// A unit's own entries are asked for by its own citizens.
content::unit_id asker_of(const entry& e) {
  return e.only_of.value_or(content::default_unit);
}

void audit_phrases(const mind& with, const entry& e, std::vector<finding>& findings) {
  for (std::size_t i = 0; i < e.asked_as.size(); ++i) {
    const auto learnt = with.match.learnt_as(e.asked_as[i], asker_of(e));
    if (learnt == e.id) continue;
    findings.push_back(warning(e, content::child_field("asked_as", i),
                               content::quoted(e.asked_as[i]) + " is nearer to " +
                                   (learnt ? learnt->str() : "what is not ours") +
                                   ": make it say more of this entry, or move it there"));
  }
}

// Lower case, word by word: the place of the mark is a matter of the word.
std::vector<std::u32string> words_in(std::string_view text) {
  std::vector<std::u32string> words(1);
  for (const auto c : decode(text)) {
    const auto kind = category_of(c);
    if (kind == letter_kind::letter || kind == letter_kind::mark)
      words.back() += lower(c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

void audit_tones(const entry& e, const std::string& field, std::string_view text, std::set<std::string>& told,
                 std::vector<finding>& findings) {
  for (const auto& word : words_in(text)) {
    auto placed = word;
    place_tones(placed);
    if (placed == word || !told.insert(encode(word)).second) continue;
    findings.push_back(warning(e, field,
                               "writes \"" + encode(word) + "\" where the rest of the content writes \"" +
                                   encode(placed) + "\": write it the same way"));
  }
}

void audit_tones(const entry& e, std::vector<finding>& findings) {
  std::set<std::string> told;
  audit_tones(e, "title", e.title, told, findings);
  audit_tones(e, "summary", e.summary, told, findings);
  if (const auto* p = e.as<content::procedure>()) {
    for (const auto& d : p->documents.value)
      audit_tones(e, "documents", d.name + " " + d.note, told, findings);
    for (const auto& step : p->steps.value) audit_tones(e, "steps", step, told, findings);
    for (const auto& line : p->agency.value) audit_tones(e, "agency", line.text, told, findings);
  }
  if (const auto* f = e.as<content::faq>()) audit_tones(e, "answer", f->answer.value, told, findings);
  if (const auto* g = e.as<content::guide>())
    for (const auto& step : g->steps.value) audit_tones(e, "steps", step, told, findings);
}

std::set<content::entry_id> reached(const mind& with) {
  std::set<content::entry_id> ids;
  for (const auto& g : with.content->contents().golden) {
    if (g.entry.empty() || ids.contains(g.entry)) continue;
    if (with.match.signs_of(g.text).first == g.entry) ids.insert(g.entry);
  }
  return ids;
}

}  // namespace

std::vector<finding> audit(const mind& with) {
  std::vector<finding> findings;
  const auto asked = reached(with);
  for (const auto& e : with.content->entries()) {
    audit_phrases(with, e, findings);
    audit_tones(e, findings);
    const bool measured =
        e.kind() != content::entry_kind::smalltalk && e.kind() != content::entry_kind::record;
    if (measured && !e.only_of && !asked.contains(e.id))
      findings.push_back(
          warning(e, "", "no golden phrase reaches it: write one into golden/, in words of its own"));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const finding& a, const finding& b) {
    return std::tie(a.path, a.line) < std::tie(b.path, b.line);
  });
  return findings;
}

}  // namespace motcua::intents
