#include "server/app/console_wiring.hpp"

#include <stdexcept>

#include "server/app/write_file.hpp"

namespace motcua::app {

// How long a person may answer after the citizen's last words: zalo-oa.md 5 (48 hours free of charge),
// messenger.md 5.1.
std::map<store::account_id, staff::line_to_citizens> lines_of(const configuration& settings) {
  std::map<store::account_id, staff::line_to_citizens> lines;
  for (const auto& a : settings.web_chat) lines[a.id] = {a.unit, "web", std::chrono::hours{0}};
  for (const auto& a : settings.zalo) lines[a.id] = {a.unit, "zalo", std::chrono::hours{48}};
  for (const auto& a : settings.messenger) lines[a.id] = {a.unit, "messenger", std::chrono::hours{24}};
  return lines;
}

staff::shelf shelf_of(const std::filesystem::path& folder, cell<intents::mind>& minds) {
  const auto read = [folder] {
    std::vector<content::finding> findings;
    auto files = content::read_files(folder, findings);
    if (!findings.empty()) throw std::runtime_error{content::to_line(findings.front())};
    return files;
  };
  const auto write = [folder](const std::string& path, const std::string& text) {
    write_file(folder / path, text);
  };
  return {read, write, minds};
}

}  // namespace motcua::app
