#include "content/knowledge/outside.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua::content {
namespace {

constexpr std::array<std::pair<std::string_view, outside_meaning>, 7> meanings{
    {{"fire", outside_meaning::fire},
     {"crime", outside_meaning::crime},
     {"medical", outside_meaning::medical},
     {"child", outside_meaning::child},
     {"own_dossier", outside_meaning::own_dossier},
     {"person", outside_meaning::person},
     {"feedback", outside_meaning::feedback}}};

}  // namespace

std::optional<outside_meaning> parse_outside_meaning(std::string_view name) {
  const auto found = std::ranges::find(meanings, name, &decltype(meanings)::value_type::first);
  return found == meanings.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace motcua::content
