#include "content/knowledge/rooms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua::content {
namespace {

constexpr std::array<std::pair<std::string_view, room>, 11> rooms{{{"procedures", room::procedures},
                                                                   {"guides", room::guides},
                                                                   {"faqs", room::faqs},
                                                                   {"contacts", room::contacts},
                                                                   {"smalltalk", room::smalltalk},
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
  const auto found =
      std::ranges::find(rooms, path.substr(0, slash), &std::pair<std::string_view, room>::first);
  return found == rooms.end() ? room::none : found->second;
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
