// A catalogue file: procedures of which only a short record is kept, all from one source.
#pragma once

#include <vector>

#include "content/knowledge/entry.hpp"
#include "content/knowledge/file_report.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

// The id of a record: "1.000302" gives "ma-1-000302".
entry_id id_of_record(std::string_view code);

// An entry a row; a row that is no map is reported and left out.
std::vector<entry> read_catalogue(const yaml_node& root, file_report& report);

}  // namespace motcua::content
