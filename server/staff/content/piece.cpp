#include "server/staff/content/piece.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "content/exchange/write_yaml.hpp"

namespace motcua::staff {
namespace {

std::string file_text(const content::file_texts& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.first == path; });
  return found == files.end() ? std::string{} : found->second;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The lines of one entry's differences in a changes file: from its key to before the next one's comments.
struct span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct changes_file {
  content::yaml_node root;
  std::vector<std::string> lines;
};

std::optional<changes_file> parse(const std::string& text) {
  auto root = content::parse_yaml(text);
  if (!root) return std::nullopt;
  return changes_file{std::move(*root), lines_of(text)};
}

bool says_nothing(const std::string& line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == std::string::npos || line[first] == '#';
}

std::optional<span> lines_of(const changes_file& file, const std::string& entry) {
  const auto& all = file.root.children;
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& child) { return child.key == entry; });
  if (at == all.end()) return std::nullopt;
  span out{static_cast<std::size_t>(at->key_line) - 1, file.lines.size()};
  if (at + 1 != all.end()) out.end = static_cast<std::size_t>((at + 1)->key_line) - 1;
  while (out.end > out.begin + 1 && says_nothing(file.lines[out.end - 1])) --out.end;
  return out;
}

std::vector<std::string> block_of(const piece& what) {
  std::vector<std::string> block;
  const auto body = lines_of(what.body);
  if (body.empty()) return block;
  block.push_back(what.entry + ":");
  for (const auto& line : body) block.push_back(line.empty() ? line : "  " + line);
  return block;
}

}  // namespace

std::string changes_path(const content::unit_id& unit) {
  return "units/" + unit.str() + "/changes.yaml";
}

bool is_changes_path(const std::string& path) {
  return path.starts_with("units/") && path.ends_with("/changes.yaml");
}

std::string published_text(const content::file_texts& files, const piece& of) {
  const auto text = file_text(files, of.path);
  if (of.entry.empty() || text.empty()) return text;
  const auto file = parse(text);
  if (!file) return {};
  for (const auto& child : file->root.children) {
    if (child.key != of.entry) continue;
    auto fields = child;
    fields.key.clear();
    return content::write_yaml(fields);
  }
  return {};
}

std::string placed(const content::file_texts& files, const piece& what) {
  if (what.entry.empty()) return what.body;
  const auto text = file_text(files, what.path);
  const auto file = parse(text);
  auto lines = file ? file->lines : lines_of(text);
  const auto block = block_of(what);
  const auto there = file ? lines_of(*file, what.entry) : std::nullopt;
  const auto at = [&](std::size_t line) { return lines.begin() + static_cast<std::ptrdiff_t>(line); };
  if (there) {
    lines.insert(lines.erase(at(there->begin), at(there->end)), block.begin(), block.end());
  } else if (!block.empty()) {
    if (!lines.empty() && !lines.back().empty()) lines.emplace_back();
    lines.insert(lines.end(), block.begin(), block.end());
  }
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

}  // namespace motcua::staff
