// What the bot answers, before any channel gives it a form: text and up to four things to tap.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace motcua::intents {

struct ask_again {      // comes back to us as a tap with this payload (see payload.hpp)
  std::string payload;  // ASCII, at most 200 bytes
};
struct open_link {
  std::string url;
};
struct call_number {
  std::string number;  // digits as dialled in Việt Nam ("1022"), or "+84..."
};

struct action {
  std::string title;  // at most 20 characters, so that every channel can show it whole
  std::variant<ask_again, open_link, call_number> does;
};

struct reply {
  std::string text;  // NFC; paragraphs parted by line feeds; no markup
  std::vector<action> actions;
};

}  // namespace motcua::intents
