// `motcua content check`: every finding on a line of its own, of the whole folder or of one file in it.
#include <algorithm>
#include <ostream>

#include "content/knowledge/check.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/minds.hpp"

namespace motcua::app {
namespace {

namespace fs = std::filesystem;

// The content folder that a file stands in: links can only be checked against all of it.
fs::path folder_around(const fs::path& file) {
  for (fs::path at = fs::absolute(file).parent_path(); at != at.root_path(); at = at.parent_path())
    if (fs::is_directory(at / "units") && fs::is_directory(at / "phrases")) return at;
  throw configuration_error{file.string() +
                            " stands in no content folder; put it into one, or name the folder"};
}

}  // namespace

int check_content(const fs::path& content, std::ostream& out) {
  const bool one_file = fs::is_regular_file(content);
  const fs::path folder = one_file ? folder_around(content) : content;
  loaded_mind made = load_mind(folder);
  if (one_file) {
    const std::string path = fs::absolute(content).lexically_relative(folder).string();
    std::erase_if(made.findings, [&](const content::finding& f) { return f.path != path; });
  }
  for (const content::finding& f : made.findings) out << content::to_line(f) << '\n';
  if (content::any_error(made.findings)) return 1;
  if (one_file)
    out << content.string() << ": no errors\n";
  else
    out << made.mind->content->entries().size() << " entries, version " << made.mind->content->version()
        << ": no errors\n";
  return 0;
}

}  // namespace motcua::app
