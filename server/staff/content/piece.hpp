// What a draft changes: the file of an entry, or what differs from it in one unit, which stands among others'
// in that unit's changes.yaml. Pure.
#pragma once

#include <string>

#include "content/knowledge/load.hpp"
#include "content/knowledge/unit.hpp"

namespace motcua::staff {

struct piece {
  std::string path;   // in the content folder
  std::string entry;  // whose differences; empty: the file is the entry's own
  std::string body;   // YAML; of differences, their fields
};

std::string changes_path(const content::unit_id& unit);  // "units/hai-phong/changes.yaml"
bool is_changes_path(const std::string& path);

// The piece's own text as it stands now; empty where there is none.
std::string published_text(const content::file_texts& files, const piece& of);

// The file with the piece in it; the lines of the others, and their comments, stay as they are.
std::string placed(const content::file_texts& files, const piece& what);

}  // namespace motcua::staff
