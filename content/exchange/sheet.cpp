#include "content/exchange/sheet.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/sheet_cell.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/rooms.hpp"
#include "content/knowledge/text_form.hpp"

namespace motcua::content {
namespace {

using shape = yaml_node::shape;

constexpr std::string_view path_column = "Tệp";
constexpr std::string_view phrase_column = "Câu hỏi";

class sheet_reader {
 public:
  explicit sheet_reader(std::vector<finding>& findings) : findings_{findings} {}

  std::vector<std::pair<std::string, yaml_node>> entries(std::string_view csv) {
    std::vector<std::pair<std::string, yaml_node>> trees;
    const auto table = rows_of(csv, "entries.csv");
    if (!begins_with_paths(table, "entries.csv")) return trees;
    const auto keys = keys_of(table.front());
    for (std::size_t i = 1; i < table.size(); ++i) {
      auto tree = container("", shape::map);
      std::string path;
      for (std::size_t c = 0; c < std::min(keys.size(), table[i].size()); ++c) {
        if (keys[c] == path_column)
          path = trimmed(table[i][c]);
        else if (!keys[c].empty() && !trimmed(table[i][c]).empty())
          tree.children.push_back(node_of(keys[c], table[i][c]));
      }
      if (path.empty())
        trouble("entries.csv", i + 1, "has no path in the column \"" + std::string{path_column} + "\"");
      else
        trees.emplace_back(std::move(path), std::move(tree));
    }
    return trees;
  }

  std::map<std::string, yaml_node> phrases(std::string_view csv) {
    std::map<std::string, yaml_node> by_path;
    const auto table = rows_of(csv, "phrases.csv");
    if (!begins_with_paths(table, "phrases.csv")) return by_path;
    for (std::size_t i = 1; i < table.size(); ++i) {
      if (table[i].size() < 2 || trimmed(table[i][1]).empty()) {
        trouble("phrases.csv", i + 1, "needs a path and a phrase");
        continue;
      }
      auto& list = by_path[std::string{trimmed(table[i][0])}];
      list.what = shape::list;
      list.key = "asked_as";
      list.children.push_back(text_node("", plain_value("", table[i][1])));
    }
    return by_path;
  }

 private:
  std::vector<csv_row> rows_of(std::string_view csv, const std::string& name) {
    auto read = read_csv(csv);
    if (read.trouble) trouble(name, read.trouble->row, read.trouble->message);
    return std::move(read.rows);
  }

  // Else it is no table of ours, and its rows would be taken for what they are not.
  bool begins_with_paths(const std::vector<csv_row>& table, const std::string& name) {
    const auto is_path = [](const std::string& head) { return trimmed(head) == path_column; };
    if (!table.empty() && std::ranges::any_of(table.front(), is_path)) return true;
    trouble(name, 1,
            "has no column \"" + std::string{path_column} + "\": export the table anew, and change that");
    return false;
  }

  std::vector<std::string> keys_of(const csv_row& head) {
    std::vector<std::string> keys;
    for (const auto& name : head) {
      const auto* known = column_named(trimmed(name));
      if (trimmed(name) == path_column) {
        keys.emplace_back(path_column);
      } else if (known) {
        keys.emplace_back(known->key);
      } else {
        keys.emplace_back();
        trouble("entries.csv", 1,
                "the column " + content::quoted(name) + " is not known: delete it, or mend its name");
      }
    }
    return keys;
  }

  void trouble(const std::string& name, std::size_t row, std::string message) {
    findings_.push_back({severity::error, name, static_cast<int>(row), "", std::move(message)});
  }

  std::vector<finding>& findings_;
};

// Where a table says that an entry stands: inside the content folder, in a room of its own.
bool is_place_of_entry(const std::string& path) {
  const std::filesystem::path at{path};
  const bool inside =
      at.is_relative() && std::none_of(at.begin(), at.end(), [](const auto& part) { return part == ".."; });
  return inside && path.ends_with(".yaml") && room_of(path) != room::none;
}

}  // namespace

sheets sheets_of(const library& contents) {
  std::vector<csv_row> entries(1);
  std::vector<csv_row> phrases{{std::string{path_column}, std::string{phrase_column}}};
  entries.front().emplace_back(path_column);
  for (const auto& c : all_columns()) entries.front().emplace_back(c.name);
  std::vector<const entry*> ordered;
  for (const auto& e : contents.entries)
    if (e.kind() != entry_kind::record) ordered.push_back(&e);
  std::ranges::sort(ordered, {}, [](const entry* e) { return e->path; });
  for (const auto* e : ordered) {
    const auto tree = tree_of(*e);
    csv_row row{e->path};
    for (const auto& c : all_columns()) {
      const auto node = std::ranges::find(tree.children, c.key, &yaml_node::key);
      row.push_back(node == tree.children.end() ? std::string{} : cell_of(*node));
    }
    entries.push_back(std::move(row));
    for (const auto& asked : e->asked_as) phrases.push_back({e->path, harmless(asked)});
  }
  return {write_csv(entries), write_csv(phrases)};
}

std::vector<std::pair<std::string, yaml_node>> trees_of(const sheets& from, std::vector<finding>& findings) {
  sheet_reader reader{findings};
  auto trees = reader.entries(from.entries);
  auto phrases = reader.phrases(from.phrases);
  for (auto& [path, tree] : trees) {
    const auto asked = phrases.find(path);
    if (asked != phrases.end()) tree.children.push_back(std::move(asked->second));
  }
  return trees;
}

file_texts files_of(const sheets& from, std::vector<finding>& findings) {
  file_texts files;
  for (const auto& [path, tree] : trees_of(from, findings)) {
    if (is_place_of_entry(path))
      files.emplace_back(path, write_yaml(tree));
    else
      findings.push_back({severity::error, "entries.csv", 0, "",
                          path + " is no place for an entry: write it as procedures/ho-tich/khai-sinh.yaml"});
  }
  return files;
}

}  // namespace motcua::content
