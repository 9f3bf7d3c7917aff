#include "server/preview/preview.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "intents/dialogue/overview.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/match/aspects.hpp"
#include "intents/text/codepoints.hpp"
#include "server/channels/messenger/render.hpp"
#include "server/channels/web/render.hpp"
#include "server/channels/zalo/render.hpp"

namespace motcua::preview {
namespace {

using content::aspect;
using nlohmann::json;

constexpr std::size_t most_messages = 3;  // of one answer, on the narrowest channel

constexpr std::array<std::pair<std::string_view, channel>, 3> channels{
    {{"zalo", channel::zalo}, {"messenger", channel::messenger}, {"web", channel::web}}};

std::vector<std::string> bodies_of(const intents::reply& what, channel on) {
  store::outgoing message;
  message.address = "preview";
  message.what = what;
  switch (on) {
    case channel::zalo:
      return zalo::render(message, {});
    case channel::messenger:
      return messenger::render(message);
    case channel::web:
      return {web::render(message)};
  }
  return {};
}

std::string target_of(const json& button) {
  for (const char* key : {"url", "number"})
    if (const auto at = button.find(key); at != button.end() && at->is_string())
      return at->get<std::string>();
  if (const auto at = button.find("payload"); at != button.end() && at->is_object()) return target_of(*at);
  if (const auto at = button.find("payload"); at != button.end() && at->is_string()) {
    const auto text = at->get<std::string>();
    return text.starts_with("http") || text.starts_with("+") ? text : std::string{};
  }
  return {};
}

// Wherever a platform puts them: a text, and anything with a title.
void gather(const json& body, shown_message& message) {
  if (body.is_array()) {
    for (const auto& one : body) gather(one, message);
    return;
  }
  if (!body.is_object()) return;
  if (const auto title = body.find("title"); title != body.end() && title->is_string()) {
    const auto target = target_of(body);
    message.buttons.push_back(title->get<std::string>() + (target.empty() ? "" : ": " + target));
    return;
  }
  for (const auto& [key, value] : body.items()) {
    if (key == "text" && value.is_string())
      message.text = value.get<std::string>();
    else
      gather(value, message);
  }
}

content::finding too_long(const content::entry& e, aspect about, std::string message) {
  return {content::severity::warning, e.path, e.line, std::string{content::name_of(about)},
          std::move(message)};
}

void check_entry(const intents::mind& with, const intents::setting& where, const content::entry& e,
                 std::vector<content::finding>& findings) {
  for (const auto about : content::all_aspects) {
    if (intents::answered_aspect(e, about) != about) continue;
    for (const auto on : {channel::zalo, channel::messenger}) {
      const auto messages = shown(with, where, e, about, on);
      if (messages.size() > most_messages)
        findings.push_back(too_long(e, about,
                                    "takes " + std::to_string(messages.size()) + " messages on " +
                                        std::string{name_of(on)} + ": shorten it"));
      const auto length = messages.empty() ? 0 : intents::decode(messages.front().text).size();
      const bool overview = about == aspect::overview && e.kind() == content::entry_kind::procedure;
      if (overview && on == channel::zalo && length > intents::longest_overview)
        findings.push_back(too_long(e, about,
                                    "has " + std::to_string(length) + " characters, at most " +
                                        std::to_string(intents::longest_overview) +
                                        " are read: shorten the summary"));
    }
  }
}

}  // namespace

std::optional<channel> parse_channel(std::string_view name) {
  const auto found = std::ranges::find(channels, name, &decltype(channels)::value_type::first);
  return found == channels.end() ? std::nullopt : std::optional{found->second};
}

std::string_view name_of(channel on) noexcept {
  return std::ranges::find(channels, on, &decltype(channels)::value_type::second)->first;
}

std::vector<shown_message> shown(const intents::mind& with, const intents::setting& where,
                                 const content::entry& e, aspect about, channel on) {
  intents::conversation before;
  before.introduced = true;
  const intents::citizen_event tap{intents::citizen_event::kind::tap, intents::write_payload(e.id, about)};
  std::vector<shown_message> messages;
  for (const auto& reply : intents::take_turn(with, before, tap, where).replies) {
    for (const auto& body : bodies_of(reply, on)) {
      shown_message message;
      gather(json::parse(body), message);
      messages.push_back(std::move(message));
    }
  }
  return messages;
}

std::vector<content::finding> check_rendering(const intents::mind& with, intents::instant now) {
  std::vector<content::finding> findings;
  for (const auto& e : with.content->entries())
    if (e.kind() != content::entry_kind::record)
      check_entry(with, {e.only_of.value_or(content::default_unit), now}, e, findings);
  return findings;
}

}  // namespace motcua::preview
