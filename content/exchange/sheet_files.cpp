// From the tables of a spreadsheet to files of the content folder.
#include <algorithm>
#include <filesystem>

#include "content/exchange/sheet.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/rooms.hpp"

namespace motcua::content {
namespace {

// Where a table says that an entry stands: inside the content folder, in a room of its own.
bool is_place_of_entry(const std::string& path) {
  const std::filesystem::path at{path};
  const bool inside =
      at.is_relative() && std::none_of(at.begin(), at.end(), [](const auto& part) { return part == ".."; });
  return inside && path.ends_with(".yaml") && room_of(path) != room::none;
}

}  // namespace

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
