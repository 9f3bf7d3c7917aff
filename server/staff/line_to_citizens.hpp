// An account as the console needs to know it: whose citizens it reaches, and how.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "content/knowledge/identifier.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::staff {

struct line_to_citizens {
  content::unit_id unit;
  std::string channel;  // "zalo", "messenger", "web"
  std::chrono::milliseconds
      window{};  // how long after the citizen's last words a person may write; zero: always
};

// Whether the platform lets a person of the office write now.
inline bool may_write(const line_to_citizens& line, const std::optional<intents::instant>& citizen_wrote_at,
                      intents::instant now) {
  if (line.window == std::chrono::milliseconds{0}) return true;
  return citizen_wrote_at && now - *citizen_wrote_at < line.window;
}

}  // namespace motcua::staff
