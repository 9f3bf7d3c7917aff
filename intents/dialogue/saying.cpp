#include "intents/dialogue/saying.hpp"

#include "intents/text/codepoints.hpp"

namespace motcua::intents {
namespace {

std::size_t characters(std::string_view text) {
  return decode(text).size();
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const auto& p : paragraphs) {
    if (p.empty()) continue;
    text += (text.empty() ? "" : "\n\n") + p;
  }
  return text;
}

// Where the first reply ends: after the last whole paragraph that fits, else the last line, else wherever the
// limit is.
std::size_t cut_of(const std::string& text) {
  const auto room = encode(std::u32string_view{decode(text)}.substr(0, longest_reply)).size();
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const auto at = text.rfind(mark, room);
    if (at != std::string::npos && at >= room / 3) return at;
  }
  return room;
}

}  // namespace

std::vector<reply> replies_of(const std::vector<std::string>& paragraphs, std::vector<action> actions) {
  const auto text = joined(paragraphs);
  if (characters(text) <= longest_reply) return {{text, std::move(actions)}};
  const auto at = cut_of(text);
  const auto rest = text.find_first_not_of(" \n", at);
  if (rest == std::string::npos) return {{text.substr(0, at), std::move(actions)}};
  return {{text.substr(0, at), {}}, {text.substr(rest), std::move(actions)}};
}

void introduce(const notice& says, std::vector<reply>& replies) {
  replies.front().text = says.opening + "\n\n" + replies.front().text;
  const auto has_room = [&](const reply& r) {
    return characters(r.text) + 2 + characters(says.closing) <= longest_reply;
  };
  if (has_room(replies.back()) || replies.size() > 1)
    replies.back().text += "\n\n" + says.closing;
  else
    replies.insert(replies.begin(), reply{says.closing, {}});
}

}  // namespace motcua::intents
