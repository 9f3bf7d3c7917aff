// A tree as YAML text, always in the same form, so that a changed value changes no line but its own: block
// style, long texts folded, small maps and short lists in braces on one line.
#pragma once

#include <string>

#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

// Of a map. parse_yaml gives the same tree back.
std::string write_yaml(const yaml_node& map);

}  // namespace motcua::content
