#include "intents/dialogue/announcement.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"

namespace motcua::intents {
namespace {

constexpr std::chrono::hours told_again_after{24};

bool is_news(const announcement& one, const conversation& to, instant now) {
  return std::none_of(to.told.begin(), to.told.end(),
                      [&](const told_notice& t) { return t.id == one.id && now - t.at < told_again_after; });
}

void note(const announcement& one, conversation& to, instant now) {
  std::erase_if(to.told, [&](const told_notice& t) { return t.id == one.id; });
  if (to.told.size() == most_told) to.told.erase(to.told.begin());
  to.told.push_back({one.id, now});
}

}  // namespace

void announce(const std::vector<announcement>& now_valid, const content::phrasebook& phrases,
              conversation& after, std::vector<reply>& replies, instant now) {
  if (replies.empty()) return;
  std::string top;
  for (const auto& one : now_valid) {
    if (!is_news(one, after, now)) continue;
    top += phrases.say("notice.urgent",
                       {{"text", one.text}, {"source", one.source}, {"upto", written(one.upto)}});
    top += "\n\n";
    note(one, after, now);
  }
  replies.front().text.insert(0, top);
}

}  // namespace motcua::intents
