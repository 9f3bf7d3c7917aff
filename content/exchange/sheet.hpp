// Entries as two tables for a spreadsheet: one row an entry, and one row a phrase. Column names and the names
// inside a cell are Vietnamese; a list has a line an item, the parts of an item stand between " | ":
//
//   tên: Tờ khai đăng ký khai sinh | bản chính: 1 | khi: nộp trực tiếp
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/exchange/csv.hpp"
#include "content/knowledge/finding.hpp"
#include "content/knowledge/load.hpp"
#include "content/knowledge/snapshot.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

struct sheets {
  std::string entries;  // CSV
  std::string phrases;  // CSV: path and phrase
};

// Of the entries with a file of their own, by path.
sheets sheets_of(const library& contents);

// The trees of the entries by path, phrases taken in; what is wrong is a finding with the row as its line.
std::vector<std::pair<std::string, yaml_node>> trees_of(const sheets& from, std::vector<finding>& findings);

// The files of the same, each where its row says; a place that is none for an entry is a finding.
file_texts files_of(const sheets& from, std::vector<finding>& findings);

}  // namespace motcua::content
