// A YAML file as plain values with the line of each. Only what the content needs: one document of maps, lists
// and texts. Anchors, aliases and deep nesting are refused while parsing, so that a small file cannot become
// a huge one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/file_report.hpp"

namespace motcua::content {

struct yaml_node {
  enum class shape { none, text, list, map };  // none: no value, "~" or "null"

  shape what = shape::none;
  int line = 0;     // 1-based, of the value
  std::string key;  // in a map
  int key_line = 0;
  std::string text;
  std::vector<yaml_node> children;  // of a list or a map, in the order of the file
};

// Nullopt if the file is empty or not YAML; the report says where. A key that stands twice is reported, the
// tree is returned all the same.
std::optional<yaml_node> parse_yaml(std::string_view text, file_report& report);
std::optional<yaml_node> parse_yaml(std::string_view text);  // what is wrong is told elsewhere

std::string child_field(const std::string& parent,
                        std::string_view key);  // "fee[1]" and "amount": "fee[1].amount"
std::string child_field(const std::string& parent, std::size_t index);  // "fee" and 0: "fee[1]"

// The line of every field of the tree, by its name.
std::map<std::string, int> lines_of(const yaml_node& root);

}  // namespace motcua::content
