#include "content/exchange/propose.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/sheet_cell.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/read_entry.hpp"
#include "content/knowledge/rooms.hpp"

namespace motcua::content {
namespace {

bool holds_an_entry(const std::string& path) {
  const auto room = room_of(path);
  return room != room::none && room <= room::smalltalk;
}

// The tree of the entry that a file holds; nullopt where it cannot be read as one without an error.
std::optional<yaml_node> entry_in(const std::string& path, const std::string& text) {
  std::vector<finding> findings;
  file_report report{path, findings};
  const auto root = parse_yaml(text, report);
  if (!root) return std::nullopt;
  auto tree = tree_of(read_entry(*root, report));
  return any_error(findings) ? std::nullopt : std::optional{std::move(tree)};
}

const yaml_node* field_in(const std::optional<yaml_node>& tree, const std::string& key) {
  if (!tree) return nullptr;
  const auto found = std::ranges::find(tree->children, key, &yaml_node::key);
  return found == tree->children.end() ? nullptr : &*found;
}

std::string shown(const yaml_node* node) {
  return node ? cell_of(*node) : std::string{};
}

// The fields of both, in the order of the new one, then those that only the old one has.
std::vector<std::string> fields_of(const std::optional<yaml_node>& before, const yaml_node& after) {
  std::vector<std::string> keys;
  for (const auto& child : after.children) keys.push_back(child.key);
  if (before)
    for (const auto& child : before->children)
      if (std::ranges::find(keys, child.key) == keys.end()) keys.push_back(child.key);
  return keys;
}

class proposing {
 public:
  explicit proposing(const file_texts& current) {
    for (const auto& [path, text] : current) current_.emplace(path, text);
  }

  void take(const std::string& path, const std::string& text) {
    const auto now = holds_an_entry(path) ? entry_in(path, text) : std::nullopt;
    const auto there = current_.find(path);
    if (!now) {  // no entry, or one with mistakes, which the check of the result will tell
      if (there != current_.end() && there->second == text) return;
      change(path, "", there == current_.end() ? "" : "…", "…");
      write(path, text);
      return;
    }
    const auto before = there == current_.end() ? std::nullopt : entry_in(path, there->second);
    bool differs = there == current_.end() || !before;
    for (const auto& key : fields_of(before, *now)) {
      const auto was = shown(field_in(before, key));
      const auto is = shown(field_in(now, key));
      if (was == is) continue;
      differs = true;
      change(path, key, was, is);
    }
    if (differs) write(path, write_yaml(*now));
  }

  proposal finish() {
    file_texts result;
    for (const auto& [path, text] : current_) result.emplace_back(path, text);
    made_.findings = load_files(std::move(result)).findings;
    return std::move(made_);
  }

 private:
  void change(const std::string& path, std::string field, std::string before, std::string after) {
    made_.changes.push_back({path, std::move(field), std::move(before), std::move(after)});
  }
  void write(const std::string& path, std::string text) {
    current_[path] = text;
    made_.files.emplace_back(path, std::move(text));
  }

  std::map<std::string, std::string> current_;
  proposal made_;
};

}  // namespace

proposal propose(const file_texts& current, const file_texts& incoming) {
  auto ordered = incoming;
  std::ranges::sort(ordered);
  proposing work{current};
  for (const auto& [path, text] : ordered) work.take(path, text);
  return work.finish();
}

}  // namespace motcua::content
