#include "server/channels/messenger/render.hpp"

#include <nlohmann/json.hpp>

#include "intents/text/normalise.hpp"
#include "server/channels/messenger/events.hpp"
#include "server/channels/messenger/offers.hpp"
#include "server/channels/split.hpp"

namespace motcua::messenger {
namespace {

using channels::split_text;
using channels::utf16_length;
using nlohmann::json;

void add_paragraph(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) text += "\n\n";
  text += more;
}

// A message cannot be without text: then the titles are the text.
std::string titles_of(const offers& offered) {
  std::string text;
  for (const auto* group : {&offered.buttons, &offered.quick_replies}) {
    for (const auto& one : *group) text += (text.empty() ? "" : "\n") + one.at("title").get<std::string>();
  }
  return text;
}

// Where the end of `part` begins that fits above buttons: its last paragraph, or else what a split leaves
// over.
std::size_t start_of_template_text(const std::string& part) {
  if (utf16_length(part) <= template_text_limit) return 0;
  const auto gap = part.rfind("\n\n");
  if (gap != std::string::npos &&
      utf16_length(std::string_view{part}.substr(gap + 2)) <= template_text_limit) {
    return gap + 2;
  }
  return part.size() - split_text(part, template_text_limit).back().size();
}

std::vector<std::string> texts_of(std::string_view text, bool buttons) {
  auto texts = split_text(text, text_limit);
  if (!buttons || texts.empty()) return texts;
  const auto start = start_of_template_text(texts.back());
  if (start == 0) return texts;
  auto above = texts.back().substr(start);
  texts.back().resize(texts.back().find_last_not_of(" \n\t\r", start - 1) + 1);
  texts.push_back(std::move(above));
  return texts;
}

json with_buttons(std::string text, const json& buttons) {
  json payload = json::object();
  payload["template_type"] = "button";
  payload["text"] = std::move(text);
  payload["buttons"] = buttons;
  json attachment = json::object();
  attachment["type"] = "template";
  attachment["payload"] = std::move(payload);
  json content = json::object();
  content["attachment"] = std::move(attachment);
  return content;
}

}  // namespace

std::vector<std::string> render(const store::outgoing& message) {
  if (message.address.empty()) return {};
  auto text = intents::clean(message.what.text);
  const auto offered = offers_of(message.what.actions, text);
  std::string lines;
  for (const auto& line : offered.lines) lines += (lines.empty() ? "" : "\n") + line;
  add_paragraph(text, lines);
  if (text.find_first_not_of(" \n") == std::string::npos) text = titles_of(offered);

  const auto texts = texts_of(text, !offered.buttons.empty());
  std::vector<std::string> bodies;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool last = i + 1 == texts.size();
    json content = json::object();
    if (last && !offered.buttons.empty())
      content = with_buttons(texts[i], offered.buttons);
    else
      content["text"] = texts[i];
    if (last && !offered.quick_replies.empty()) content["quick_replies"] = offered.quick_replies;
    content["metadata"] = write_metadata(message.id, static_cast<int>(i));
    json body = json::object();
    body["recipient"]["id"] = message.address;
    body["messaging_type"] = "RESPONSE";
    body["message"] = std::move(content);
    bodies.push_back(body.dump(-1, ' ', false, json::error_handler_t::replace));
  }
  return bodies;
}

}  // namespace motcua::messenger
