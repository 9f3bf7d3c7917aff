// From a parsed file to an entry. Only shapes are judged here (missing, of the wrong type, not a date); what
// the values must be is the checker's part.
#pragma once

#include "content/knowledge/entry.hpp"
#include "content/knowledge/file_report.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {

// An entry of which nothing is known but the place of its file: its id and kind are those that belong there.
entry blank_entry(const std::string& path);

std::optional<source> read_source(const spot& at);

// Always an entry, as far as it could be read: the others' links to it are good even while it is being
// mended.
entry read_entry(const yaml_node& root, file_report& report);

// The entry of the file at `path` with a unit's changes merged into its tree (see layers.hpp).
entry read_changed_entry(const yaml_node& root, const std::string& path, file_report& report);

}  // namespace motcua::content
