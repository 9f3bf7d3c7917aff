// What is said to a code: of a referral by 1022, of the citizen's own dossier.
#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/response.hpp"
#include "intents/dialogue/saying.hpp"

namespace motcua::intents {

using content::aspect;

turn response::referred(const referral& by, std::optional<aspect> about) const {
  const auto* e = find(by.entry);
  if (!e || e->kind() == content::entry_kind::smalltalk) return no_such_code();  // taken out meanwhile
  auto t = entry(*e, about.value_or(by.about));
  t.after.referred = sent_on{by.code, where_.now};
  t.progress.push_back({by.code, referral_step::opened});
  return t;
}

turn response::no_such_code() const {
  return with_menu(decision::not_understood,
                   {content_.phrases().say("referral.ended"), whom_to_ask(content_, unit_)},
                   aspect::overview);
}

turn response::dossier(const dossier_state& told) const {
  using state = dossier_state::of;
  const auto& say = content_.phrases();
  if (told.is != state::known)
    return look_up_dossier(say.say(told.is == state::not_found ? "dossier.not_found" : "dossier.no_answer",
                                   {{"source", told.source}}));
  auto t = begun(decision::own_dossier);
  std::vector<std::string> paragraphs{say.say("dossier.state", {{"state", told.says}})};
  if (told.due) paragraphs.push_back(say.say("dossier.due", {{"date", written(*told.due)}}));
  paragraphs.push_back(say.say("dossier.source", {{"source", told.source},
                                                  {"time", time_in_vietnam(told.asked_at)},
                                                  {"date", written(day_in_vietnam(told.asked_at))}}));
  paragraphs.push_back(whom_to_ask(content_, unit_));
  t.replies = replies_of(paragraphs, {});
  return t;
}

turn response::broken_dossier_code() const {
  return look_up_dossier(content_.phrases().say("dossier.shape"));
}

turn response::look_up_dossier(const std::string& why) const {
  auto t = begun(decision::own_dossier);
  t.replies = replies_of({why, content_.phrases().say("dossier.look_up", {{"counter", unit_.counter}})}, {});
  return t;
}

}  // namespace motcua::intents
