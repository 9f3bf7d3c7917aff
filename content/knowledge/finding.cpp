#include "content/knowledge/finding.hpp"

#include <algorithm>

namespace motcua::content {

std::string to_line(const finding& f) {
  std::string line = f.path;
  if (f.line > 0) line += ":" + std::to_string(f.line);
  line += f.how_bad == severity::error ? ": error: " : ": warning: ";
  if (!f.field.empty()) line += f.field + ": ";
  line += f.message;
  // A finding quotes what the file holds; it must stay one line all the same, and harmless on a terminal.
  std::ranges::replace_if(
      line, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return line;
}

bool any_error(const std::vector<finding>& findings) noexcept {
  return std::ranges::any_of(findings, [](const finding& f) { return f.how_bad == severity::error; });
}

}  // namespace motcua::content
