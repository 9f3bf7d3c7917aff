// An entry as the tree of its file: what read_entry reads, in the order of content/README.md.
#pragma once

#include "content/knowledge/entry.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

// Of an entry with a file of its own (no record of the catalogue). Reading the tree gives an equal entry.
yaml_node tree_of(const entry& e);

}  // namespace motcua::content
