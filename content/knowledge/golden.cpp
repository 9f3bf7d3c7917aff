#include "content/knowledge/golden.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua::content {
namespace {

constexpr std::array<std::pair<std::string_view, golden_outcome>, 10> outcomes{
    {{"entry", golden_outcome::entry},
     {"outside", golden_outcome::outside},
     {"own_dossier", golden_outcome::own_dossier},
     {"person", golden_outcome::person},
     {"feedback", golden_outcome::feedback},
     {"fire", golden_outcome::fire},
     {"crime", golden_outcome::crime},
     {"medical", golden_outcome::medical},
     {"child", golden_outcome::child},
     {"no_emergency", golden_outcome::no_emergency}}};

}  // namespace

std::optional<golden_outcome> parse_golden_outcome(std::string_view name) {
  const auto found = std::ranges::find(outcomes, name, &decltype(outcomes)::value_type::first);
  return found == outcomes.end() ? std::nullopt : std::optional{found->second};
}

std::string_view name_of(golden_outcome outcome) noexcept {
  return outcomes[static_cast<std::size_t>(outcome)].first;
}

}  // namespace motcua::content
