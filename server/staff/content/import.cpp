#include "server/staff/content/import.hpp"

#include <algorithm>

#include "content/exchange/sheet.hpp"
#include "content/exchange/write_yaml.hpp"
#include "server/staff/content/form.hpp"

namespace motcua::staff {
namespace {

// Of an entry that has a file already: a new one is made in the console, where its place is chosen.
content::file_texts file_of_entry(const content::library& contents, const std::string& yaml,
                                  std::vector<content::finding>& findings) {
  const auto given = write_entry(nlohmann::json{{"tree", form_of(yaml)}}.dump());
  const auto same = [&](const content::entry& e) { return given && e.id.str() == given->id; };
  const auto there = std::find_if(contents.entries.begin(), contents.entries.end(), same);
  if (given && there != contents.entries.end()) return {{there->path, given->text}};
  findings.push_back({content::severity::error, "entry.yaml", 0, "id",
                      "names no entry that is published: bring the file of one, with its id"});
  return {};
}

}  // namespace

std::optional<import_kind> parse_import_kind(std::string_view name) noexcept {
  if (name == "entries.csv") return import_kind::entries;
  if (name == "phrases.csv") return import_kind::phrases;
  if (name == "entry.yaml") return import_kind::yaml;
  return std::nullopt;
}

content::proposal plan_import(const content::file_texts& current, const content::library& contents,
                              import_kind kind, const std::string& text) {
  std::vector<content::finding> findings;
  content::file_texts incoming;
  if (kind == import_kind::yaml) {
    incoming = file_of_entry(contents, text, findings);
  } else {
    auto tables = content::sheets_of(contents);
    (kind == import_kind::entries ? tables.entries : tables.phrases) = text;
    incoming = content::files_of(tables, findings);
  }
  const auto is_error = [](const content::finding& f) { return f.how_bad == content::severity::error; };
  if (std::any_of(findings.begin(), findings.end(), is_error)) return {{}, {}, std::move(findings)};
  auto made = content::propose(current, incoming);
  made.findings.insert(made.findings.begin(), findings.begin(), findings.end());
  return made;
}

}  // namespace motcua::staff
