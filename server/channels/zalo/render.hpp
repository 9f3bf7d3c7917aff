// A reply in the form of Zalo's consult messages (zalo-oa.md 4.2, 4.3, 4.4). Pure and deterministic; any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/records.hpp"

namespace motcua::zalo {

inline constexpr std::size_t text_limit = 1900;         // UTF-16 units; Zalo takes 2,000 "characters" (4.2)
inline constexpr std::size_t most_buttons = 5;          // 4.3
inline constexpr std::size_t button_title_limit = 100;  // 4.3
inline constexpr std::string_view default_menu_hint = "Nhắn số để chọn.";

struct render_options {
  bool buttons = true;                       // false: a numbered menu in the text
  std::string menu_hint{default_menu_hint};  // the line below a numbered menu
};

// The JSON bodies of a reply, in order; none for a reply without text and actions, or for an address that is
// not of this channel. Buttons stand on the last one. Anonymous visitors get no buttons. The number of bodies
// and their texts do not depend on `buttons`, but for the menu at the end of the last. An action that has no
// button here (a short number such as 113, an address that is no http link) is a line of text.
std::vector<std::string> render(const store::outgoing& message, const render_options& how);

// A body of render() with buttons as one without, the numbered menu in its text. nullopt if it has no
// buttons.
std::optional<std::string> plain_form(std::string_view body, std::string_view menu_hint);

}  // namespace motcua::zalo
