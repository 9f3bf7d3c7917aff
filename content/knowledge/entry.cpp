#include "content/knowledge/entry.hpp"

namespace motcua::content {

std::string_view name_of(entry_kind kind) noexcept {
  switch (kind) {
    case entry_kind::procedure:
      return "procedure";
    case entry_kind::guide:
      return "guide";
    case entry_kind::faq:
      return "faq";
    case entry_kind::contact:
      return "contact";
    case entry_kind::smalltalk:
      return "smalltalk";
    case entry_kind::record:
      return "record";
  }
  return "entry";
}

}  // namespace motcua::content
