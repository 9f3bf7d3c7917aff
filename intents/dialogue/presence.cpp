#include "intents/dialogue/presence.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"

namespace motcua::intents {

turn silent(const conversation& before) {
  turn t;
  t.after = before;
  t.what = decision::silent;
  return t;
}

turn officer_spoke(const content::snapshot& content, const conversation& before, const setting& where,
                   const std::string& said) {
  auto t = silent(before);
  t.after.person_until = where.now + where.quiet;
  t.after.introduced = false;
  t.effects.push_back(effect::hush);
  const auto words = clean(said);
  if (!words.empty()) {
    const auto& unit = content.unit_or_default(where.unit);
    t.replies.push_back({content.phrases().say("officer.says", {{"unit", unit.name}, {"text", words}}), {}});
  }
  return t;
}

turn handed_back(const conversation& before) {
  auto t = silent(before);
  t.after.person_until.reset();
  return t;
}

bool person_has_the_word(const conversation& before, instant now) {
  return before.person_until && now < *before.person_until;
}

bool calls_the_bot(const citizen_event& event, const content::snapshot& content) {
  if (event.what == citizen_event::kind::tap) return true;
  const auto said = words_of(fold(normalise(clean(event.text))));
  std::string names = content.phrases().say("presence.called");
  for (std::size_t begin = 0; begin < names.size();) {
    const auto end = std::min(names.find(';', begin), names.size());
    const auto name = words_of(fold(normalise(clean(names.substr(begin, end - begin)))));
    if (!name.empty() && std::search(said.begin(), said.end(), name.begin(), name.end()) != said.end())
      return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace motcua::intents
