// A short remark that says yes, no, that all is well or that the answer is wrong, and nothing else.
#pragma once

#include <string_view>

namespace motcua::intents {

enum class remark {
  none,          // says something of its own
  yes,           // "có", "vâng em cần", "ừ gửi đi"
  no,            // "không", "thôi khỏi"
  acknowledged,  // "ok", "hiểu rồi"
  wrong          // "sai rồi", "không đúng ý tôi": of the answer before
};

remark remark_in(std::string_view clean_text);

}  // namespace motcua::intents
