#include "content/knowledge/read_aspect.hpp"

namespace motcua::content {

std::optional<aspect> read_aspect(const spot& at) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  if (const auto known = parse_aspect(*word)) return known;
  std::vector<std::string_view> names;
  for (const auto a : all_aspects) names.push_back(name_of(a));
  at.error(unknown_word(*word, names));
  return std::nullopt;
}

}  // namespace motcua::content
