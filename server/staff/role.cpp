#include "server/staff/role.hpp"

#include <algorithm>
#include <initializer_list>

namespace motcua::staff {
namespace {

constexpr std::array<std::string_view, all_roles.size()> names{"editor", "approver", "analyst", "operator",
                                                               "administrator"};

constexpr std::array<std::string_view, 13> permission_names{
    "read_content",    "write_content", "publish_content", "override_gate", "read_conversations",
    "answer_citizens", "announce",      "switch_off",      "see_figures",   "refer_callers",
    "manage_people",   "read_audit",    "read_conduct"};
static_assert(permission_names.size() == static_cast<std::size_t>(permission::read_conduct) + 1);

constexpr std::uint32_t bit(permission p) {
  return 1U << static_cast<unsigned>(p);
}
constexpr std::uint32_t all_of(std::initializer_list<permission> some) {
  std::uint32_t mask = 0;
  for (const auto p : some) mask |= bit(p);
  return mask;
}

constexpr std::uint32_t granted_to(role r) {
  using enum permission;
  switch (r) {
    case role::editor:
      return all_of({read_content, write_content, see_figures});
    case role::approver:
      return all_of({read_content, write_content, publish_content, read_conversations, answer_citizens,
                     announce, switch_off, see_figures, refer_callers, read_conduct});
    case role::analyst:
      return all_of({read_content, see_figures});
    case role::operator_1022:
      return all_of({read_content, refer_callers, read_conversations, answer_citizens});
    case role::administrator:
      return all_of(
          {read_content, override_gate, announce, switch_off, see_figures, manage_people, read_audit});
  }
  return 0;
}

}  // namespace

std::string_view name_of(role r) noexcept {
  return names[static_cast<std::size_t>(r)];
}

std::string_view name_of(permission p) noexcept {
  return permission_names[static_cast<std::size_t>(p)];
}

std::optional<role> role_named(std::string_view name) noexcept {
  for (const auto r : all_roles)
    if (name_of(r) == name) return r;
  return std::nullopt;
}

bool grants(role r, permission p) noexcept {
  return (granted_to(r) & bit(p)) != 0;
}

bool grants(const std::vector<role>& roles, permission p) noexcept {
  return std::any_of(roles.begin(), roles.end(), [p](role r) { return grants(r, p); });
}

bool needs_code(const std::vector<role>& roles) noexcept {
  return std::any_of(roles.begin(), roles.end(),
                     [](role r) { return r == role::approver || r == role::administrator; });
}

}  // namespace motcua::staff
