// Strong text types: an entry id cannot be passed where a unit id is meant.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace motcua::content {

template <class Tag>
class identifier {
 public:
  identifier() = default;
  explicit identifier(std::string text) : text_{std::move(text)} {}

  const std::string& str() const noexcept { return text_; }
  bool empty() const noexcept { return text_.empty(); }
  friend auto operator<=>(const identifier&, const identifier&) = default;
  friend bool operator==(const identifier&, const identifier&) = default;

 private:
  std::string text_;
};

using entry_id = identifier<struct entry_tag>;  // "khai-sinh": lower-case words and hyphens, stable for ever
using unit_id = identifier<struct unit_tag>;    // "tan-hung": a commune; "mac-dinh" is the default

}  // namespace motcua::content

template <class Tag>
struct std::hash<motcua::content::identifier<Tag>> {
  std::size_t operator()(const motcua::content::identifier<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
