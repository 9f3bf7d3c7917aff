#include "server/channels/picture.hpp"

#include "server/channels/body.hpp"

namespace motcua::channels {

std::string picture_in(const nlohmann::json& message) {
  constexpr std::size_t longest = 2048;
  const auto all = message.find("attachments");
  if (all == message.end() || !all->is_array()) return {};
  for (const auto& one : *all) {
    if (text_at(one, {"type"}) != "image") continue;
    auto url = text_at(one, {"payload", "url"});
    if (!url.empty() && url.size() <= longest) return url;
  }
  return {};
}

}  // namespace motcua::channels
