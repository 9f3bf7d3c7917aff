// A short remark that says yes, no or that all is well, and nothing else.
#pragma once

#include <string_view>

namespace motcua::intents {

enum class remark {
  none,         // says something of its own
  yes,          // "có", "vâng em cần", "ừ gửi đi"
  no,           // "không", "thôi khỏi"
  acknowledged  // "ok", "hiểu rồi"
};

remark remark_in(std::string_view clean_text);

}  // namespace motcua::intents
