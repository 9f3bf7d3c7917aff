#include "intents/dialogue/reading.hpp"

#include "intents/dialogue/calendar.hpp"

namespace motcua::intents {
namespace {

const content::entry_id hotline_entry{"tong-dai-1022"};
constexpr std::chrono::days grace{90};

}  // namespace

bool reading::stale() const noexcept {
  return entry.review_by && std::chrono::sys_days{today} > std::chrono::sys_days{*entry.review_by} + grace;
}

std::string reading::today_of(const content::fact<content::dated_text>& f) const {
  std::string text;
  if (!may_say(f)) return text;
  for (const auto& line : content::holding_on(today, f.value)) text += (text.empty() ? "" : "; ") + line;
  return text;
}

reading read_entry(const content::snapshot& content, const content::unit& unit, const content::entry& entry,
                   instant now) {
  return {content, unit, entry, day_in_vietnam(now)};
}

std::string not_confirmed(const reading& r) {
  return r.phrases().say("fact.not_confirmed", {{"counter", r.unit.counter}});
}

std::string hotline(const content::snapshot& content) {
  const auto* entry = content.find(hotline_entry);
  const auto* contact = entry ? entry->as<content::contact>() : nullptr;
  return contact && contact->phone.sayable() ? contact->phone.value : std::string{};
}

std::string whom_to_ask(const content::snapshot& content, const content::unit& unit) {
  const auto& say = content.phrases();
  if (unit.phone.sayable() && !unit.phone.value.empty()) {
    return say.say("ask.counter", {{"counter", unit.counter}, {"phone", unit.phone.value}});
  }
  const auto number = hotline(content);
  return number.empty() ? std::string{} : say.say("ask.hotline", {{"phone", number}});
}

std::string filled(const std::string& text, const content::snapshot& content, const content::unit& unit) {
  const auto unknown = content.phrases().say("gap.unknown");
  const auto known = [&](const content::fact<std::string>& f) {
    return f.sayable() && !f.value.empty() ? std::string_view{f.value} : std::string_view{unknown};
  };
  const content::phrasebook one{{{"text", text}}};
  return one.say("text", {{"unit", unit.name},
                          {"counter", unit.counter},
                          {"phone", known(unit.phone)},
                          {"hours", known(unit.hours)},
                          {"address", known(unit.address)},
                          {"website", known(unit.website)}});
}

}  // namespace motcua::intents
