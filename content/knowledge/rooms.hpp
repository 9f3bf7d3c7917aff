// The rooms of the content folder: what a file holds is told by where it stands.
#pragma once

#include <string>
#include <string_view>

namespace motcua::content {

enum class room {
  none,
  procedures,
  guides,
  faqs,
  contacts,
  smalltalk,
  catalogue,
  units,
  changes,
  lexicon,
  phrases,
  aspects,
  outside,
  golden,
  dialogues
};

// Of a path relative to the content folder, with '/' between its parts.
room room_of(std::string_view path) noexcept;  // none: nothing of ours
// The unit in whose own folder a path stands: "units/tan-hung/faqs/a.yaml" gives "tan-hung"; else empty.
std::string_view unit_of(std::string_view path) noexcept;
std::string stem_of(std::string_view path);    // "procedures/ho-tich/khai-sinh.yaml": "khai-sinh"
std::string folder_of(std::string_view path);  // "procedures/ho-tich/khai-sinh.yaml": "ho-tich"

}  // namespace motcua::content
