// `motcua content check`: every finding on a line of its own.
#include <algorithm>
#include <chrono>
#include <ostream>

#include "content/knowledge/check.hpp"
#include "server/app/commands.hpp"
#include "server/app/minds.hpp"

namespace motcua::app {

int check_content(const std::filesystem::path& content, std::ostream& out) {
  const loaded_mind made = load_mind(content);
  for (const content::finding& f : made.findings) out << content::to_line(f) << '\n';
  if (!made.mind) return 1;
  out << made.mind->content->entries().size() << " entries, version " << made.mind->content->version()
      << ": no errors\n";
  return 0;
}

}  // namespace motcua::app
