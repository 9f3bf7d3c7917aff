// Units as a column of the console's tables keeps them: a JSON array of ids; empty: every unit.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"

namespace motcua::staff {

inline std::string units_column(const std::vector<content::unit_id>& units) {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& u : units) all.push_back(u.str());
  return all.dump();
}

// Throws where the text is no such array.
inline std::vector<content::unit_id> units_from(const nlohmann::json& ids) {
  std::vector<content::unit_id> units;
  for (const auto& id : ids) units.emplace_back(id.get<std::string>());
  return units;
}

}  // namespace motcua::staff
