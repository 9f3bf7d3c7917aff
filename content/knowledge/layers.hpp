// The layers of the content: national entries, changed by the city, changed by the unit.
//
// A unit's `changes.yaml` names entries and the fields that differ there. A changed field replaces the one
// below it; sources are added; `confidence` is that of the changed fields alone; `hidden: true` says that the
// unit does not offer the entry.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "content/knowledge/snapshot.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

struct change_sheet {
  unit_id of;
  std::string path;
  yaml_node rows;  // a map: entry id to changed fields
};

struct parsed_entry {  // a file of an entry that all units share
  std::string path;
  yaml_node tree;
};
using entry_trees = std::map<entry_id, parsed_entry>;

// The entries that each sheet's unit sees changed. Pure; every mistake is a finding at its row.
std::vector<unit_view> layered(const std::vector<unit>& units, const std::vector<change_sheet>& sheets,
                               const entry_trees& trees, std::vector<finding>& findings);

}  // namespace motcua::content
