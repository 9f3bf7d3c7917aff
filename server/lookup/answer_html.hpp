// An answer's lines as HTML. Pure.
#pragma once

#include <string>
#include <string_view>

namespace motcua::lookup {

// Paragraphs and lists; a numbered list goes on counting where the one before it ended. Everything is
// escaped.
std::string answer_html(std::string_view text);

// Addresses in what answer_html made become links.
std::string with_links(std::string_view html);

}  // namespace motcua::lookup
