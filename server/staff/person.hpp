// A member of staff, as the console knows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "intents/dialogue/conversation.hpp"
#include "server/staff/role.hpp"

namespace motcua::staff {

using intents::instant;

enum class person_id : std::int64_t {};

struct person {
  person_id id{};
  std::string login;  // lower-case, what they type
  std::string name;   // as colleagues read it
  std::vector<role> roles;
  std::vector<content::unit_id> units;  // empty: every unit
  bool active = true;
  bool has_password = false;  // false: their invitation is still open
  bool has_code = false;      // a one-time code is set up
  instant created_at;
  std::optional<instant> last_seen;

  bool may(permission p) const noexcept { return active && grants(roles, p); }
  // The shared base (content::default_unit) belongs to those who have every unit.
  bool may_touch(const content::unit_id& unit) const noexcept {
    if (units.empty()) return true;
    for (const auto& one : units)
      if (one == unit) return true;
    return false;
  }
};

}  // namespace motcua::staff
