// `motcua content export` and `import`: the knowledge base as files for other hands, and back.
#include <algorithm>
#include <fstream>
#include <ostream>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/propose.hpp"
#include "content/exchange/sheet.hpp"
#include "content/exchange/write_yaml.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/write_file.hpp"

namespace motcua::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view entries_file = "entries.csv";
constexpr std::string_view phrases_file = "phrases.csv";

content::file_texts files_in(const fs::path& folder) {
  std::vector<content::finding> findings;
  auto files = content::read_files(folder, findings);
  if (!findings.empty()) throw configuration_error{content::to_line(findings.front())};
  return files;
}

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw configuration_error{file.string() + " cannot be read"};
  return {std::istreambuf_iterator<char>{in}, {}};
}

content::file_texts incoming_from(const fs::path& from, std::vector<content::finding>& findings) {
  if (!fs::is_directory(from))
    throw configuration_error{from.string() + " is no folder: name one that was exported"};
  if (!fs::exists(from / entries_file)) return files_in(from);
  const fs::path phrases = from / phrases_file;
  const content::sheets tables{text_of(from / entries_file),
                               fs::exists(phrases) ? text_of(phrases) : std::string{}};
  return content::files_of(tables, findings);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', '/');
  constexpr std::size_t most = 160;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

void print(const content::field_change& c, std::ostream& out) {
  out << c.path << ": " << (c.field.empty() ? "the whole file" : c.field) << '\n';
  if (!c.before.empty()) out << "  - " << one_line(c.before) << '\n';
  if (!c.after.empty()) out << "  + " << one_line(c.after) << '\n';
}

}  // namespace

int export_content(const fs::path& content, const fs::path& to, bool as_csv, std::ostream& out) {
  const auto files = files_in(content);
  const auto loaded = content::load_files(files);
  if (!loaded.content) throw configuration_error{"the content has errors: `motcua content check` lists them"};
  if (as_csv) {
    const auto tables = content::sheets_of(loaded.content->contents());
    write_file(to / entries_file, tables.entries);
    write_file(to / phrases_file, tables.phrases);
    out << (to / entries_file).string() << "\n" << (to / phrases_file).string() << '\n';
    return 0;
  }
  for (const auto& [path, text] : files) write_file(to / path, text);
  for (const auto& e : loaded.content->entries())
    if (e.kind() != content::entry_kind::record)
      write_file(to / e.path, content::write_yaml(content::tree_of(e)));
  out << files.size() << " files in " << to.string() << '\n';
  return 0;
}

int import_content(const fs::path& content, const fs::path& from, bool apply, std::ostream& out) {
  std::vector<content::finding> findings;
  const auto incoming = incoming_from(from, findings);
  auto made = content::propose(files_in(content), incoming);
  findings.insert(findings.end(), made.findings.begin(), made.findings.end());
  for (const auto& c : made.changes) print(c, out);
  std::erase_if(findings, [](const content::finding& f) { return f.how_bad != content::severity::error; });
  for (const auto& f : findings) out << content::to_line(f) << '\n';
  if (!findings.empty()) {
    out << "nothing is written: mend the " << findings.size() << " errors first\n";
    return 1;
  }
  if (made.files.empty()) {
    out << "nothing changes\n";
    return 0;
  }
  if (!apply) {
    out << made.changes.size() << " changes in " << made.files.size()
        << " files; run it again with --apply to write them\n";
    return 0;
  }
  for (const auto& [path, text] : made.files) write_file(content / path, text);
  out << made.files.size() << " files written\n";
  return 0;
}

}  // namespace motcua::app
