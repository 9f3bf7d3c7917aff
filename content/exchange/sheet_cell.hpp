// The columns of the table of entries, and one cell of it: a node's value as text, and back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

enum class column { text, texts, items, words };  // words: a list or map on one line

struct label {
  std::string_view key;   // of the field
  std::string_view name;  // as it heads the column
  column what;
};

std::span<const label> all_columns() noexcept;
const label* column_named(std::string_view name);  // by its name or its key; nullptr for another

// Spreadsheets turn 1.001193 into a number and 2026-11-20 into 20/11/2026: such cells are written so that
// they do not, and read either way.
std::string cell_of(const yaml_node& node);
yaml_node node_of(std::string_view key, std::string_view cell);

std::string_view trimmed(std::string_view text);
// A text that a spreadsheet would run as a formula is written with an apostrophe before it.
std::string harmless(std::string text);
// What a cell says without what a spreadsheet, or harmless(), did to it.
std::string plain_value(std::string_view key, std::string_view cell);

yaml_node text_node(std::string_view key, std::string text);
yaml_node container(std::string_view key, yaml_node::shape what);

}  // namespace motcua::content
