// An entry's tree as the console's forms edit it: maps and lists as they are, every value as a text. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "content/knowledge/yaml_tree.hpp"

namespace motcua::staff {

nlohmann::ordered_json json_of(const content::yaml_node& node);

// None: deeper than content goes, or something else than maps, lists and texts. Empty texts, lists and maps
// are left out, as a file leaves out what is not said.
std::optional<content::yaml_node> node_of(const nlohmann::ordered_json& value);

}  // namespace motcua::staff
