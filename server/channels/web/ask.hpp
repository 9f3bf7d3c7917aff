// What a chat page posts: the body of POST /api/chat/messages. Pure.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace motcua::web {

inline constexpr std::size_t longest_question = 2000;  // characters, i.e. code points (messenger.md 7.2)
inline constexpr std::size_t longest_body =
    32 * 1024;  // 2000 characters as \u escapes, and the rest of the body

struct ask {
  std::string id;    // the page's UUID in lower case: the same again when it sends again
  bool tap = false;  // `text` is the payload of a button
  std::string text;
};

enum class ask_fault { bad_json, bad_id, bad_payload, empty, too_long };

// {"id":"<uuid>","text":"…"} or {"id":"<uuid>","payload":"v1:…"}. Other members are ignored.
std::variant<ask, ask_fault> parse_ask(std::string_view body);

// Code points of UTF-8 text.
std::size_t characters(std::string_view text) noexcept;

}  // namespace motcua::web
