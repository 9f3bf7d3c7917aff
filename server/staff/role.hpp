// Who may do what in the console. Roles are kept apart (law.md D-24): who writes does not publish alone, and
// who manages accounts does not write.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace motcua::staff {

enum class role : std::uint8_t { editor, approver, analyst, operator_1022, administrator };

inline constexpr std::array all_roles{role::editor, role::approver, role::analyst, role::operator_1022,
                                      role::administrator};

enum class permission : std::uint8_t {
  read_content,
  write_content,    // drafts, and what becomes of a question that was not understood
  publish_content,  // of a draft that somebody else wrote
  override_gate,    // publish although the gate blocks, with a reason
  read_conversations,
  answer_citizens,  // take a conversation over, answer in it, hand it back
  announce,         // urgent notices
  switch_off,       // a channel or an entry
  see_figures,
  refer_callers,  // the 1022 operator's page
  manage_people,
  read_audit,
  read_conduct,  // feedback about officials' conduct
};

std::string_view name_of(role r) noexcept;
std::optional<role> role_named(std::string_view name) noexcept;

std::string_view name_of(permission p) noexcept;  // "read_content"

bool grants(role r, permission p) noexcept;
bool grants(const std::vector<role>& roles, permission p) noexcept;

// Approvers and administrators need a one-time code besides the password (law.md D-24).
bool needs_code(const std::vector<role>& roles) noexcept;

}  // namespace motcua::staff
