#include "content/knowledge/aspect.hpp"

#include <algorithm>

namespace motcua::content {

std::string_view name_of(aspect a) noexcept {
  switch (a) {
    case aspect::overview:
      return "overview";
    case aspect::documents:
      return "documents";
    case aspect::steps:
      return "steps";
    case aspect::fee:
      return "fee";
    case aspect::time:
      return "time";
    case aspect::where:
      return "where";
    case aspect::online:
      return "online";
    case aspect::result:
      return "result";
    case aspect::legal:
      return "legal";
    case aspect::forms:
      return "forms";
    case aspect::contact:
      return "contact";
  }
  return "overview";
}

std::optional<aspect> parse_aspect(std::string_view name) {
  const auto found = std::ranges::find(all_aspects, name, [](aspect a) { return name_of(a); });
  if (found == all_aspects.end()) return std::nullopt;
  return *found;
}

}  // namespace motcua::content
