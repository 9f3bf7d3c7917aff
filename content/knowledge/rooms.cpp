#include "content/knowledge/rooms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua::content {
namespace {

constexpr std::array<std::pair<std::string_view, room>, 12> rooms{{{"procedures", room::procedures},
                                                                   {"guides", room::guides},
                                                                   {"faqs", room::faqs},
                                                                   {"contacts", room::contacts},
                                                                   {"smalltalk", room::smalltalk},
                                                                   {"catalogue", room::catalogue},
                                                                   {"units", room::units},
                                                                   {"lexicon", room::lexicon},
                                                                   {"phrases", room::phrases},
                                                                   {"aspects", room::aspects},
                                                                   {"outside", room::outside},
                                                                   {"golden", room::golden}}};

}  // namespace

room room_of(std::string_view path) noexcept {
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return room::none;
  if (path.starts_with("golden/dialogues")) return room::dialogues;
  if (const auto owner = unit_of(path); !owner.empty()) {
    const auto rest = path.substr(std::string_view{"units/"}.size() + owner.size() + 1);
    if (rest == "changes.yaml") return room::changes;
    const auto own = room_of(rest);
    return own < room::smalltalk ? own : room::none;  // a unit has entries of its own, and nothing else
  }
  const auto found =
      std::ranges::find(rooms, path.substr(0, slash), &std::pair<std::string_view, room>::first);
  return found == rooms.end() ? room::none : found->second;
}

std::string_view unit_of(std::string_view path) noexcept {
  constexpr std::string_view folder = "units/";
  if (!path.starts_with(folder)) return {};
  path.remove_prefix(folder.size());
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string stem_of(std::string_view path) {
  if (const auto slash = path.rfind('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string{path.substr(0, path.rfind('.'))};
}

std::string folder_of(std::string_view path) {
  const auto end = path.rfind('/');
  if (end == std::string_view::npos) return {};
  const auto parent = path.substr(0, end);
  const auto slash = parent.rfind('/');
  return std::string{slash == std::string_view::npos ? parent : parent.substr(slash + 1)};
}

}  // namespace motcua::content
