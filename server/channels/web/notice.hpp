// The notice at the start of a conversation (law.md D-06): who runs it, what is kept, how to erase it. Pure.
//
// Its words are in server/web/notice.txt, one sentence or two a line, with {unit_name} and {days}.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace motcua::web {

struct notice {
  std::string words;
  std::chrono::days kept{30};  // how long the words of citizens are kept (law.md D-23)
};

std::string notice_for(const notice& given, std::string_view unit_name);

// & < > " ' made harmless in HTML text and attributes.
std::string escape_html(std::string_view text);

// Every `name` in `page` replaced.
std::string fill(std::string page, std::string_view name, std::string_view with);

// One <li> a line, escaped.
std::string as_list_items(std::string_view text);

}  // namespace motcua::web
