#include "intents/dialogue/turn.hpp"

#include <algorithm>

#include "intents/dialogue/circumstance.hpp"
#include "intents/dialogue/follow_up.hpp"
#include "intents/dialogue/pace.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/presence.hpp"
#include "intents/dialogue/remark.hpp"
#include "intents/dialogue/resolve_reference.hpp"
#include "intents/dialogue/response.hpp"
#include "intents/dialogue/take_feedback.hpp"
#include "intents/match/requests.hpp"
#include "intents/text/mask.hpp"

namespace motcua::intents {
namespace {

constexpr std::chrono::days forgets_notice_after{7};

turn respond_to_payload(const response& speak, const payload& pressed) {
  if (std::holds_alternative<human_payload>(pressed)) return speak.person();
  if (std::holds_alternative<start_payload>(pressed)) return speak.welcome();
  if (const auto* ask = std::get_if<ask_payload>(&pressed)) {
    if (const auto* entry = speak.look_up(ask->entry)) return speak.entry(*entry, ask->about);
  }
  if (const auto* thought = std::get_if<thought_payload>(&pressed)) return speak.judged(thought->what);
  if (std::holds_alternative<referral_payload>(pressed)) return speak.no_such_code();  // it does not hold
  return speak.menu();
}

bearing bearing_on_what_is_in_hand(const response& speak, const mind& with, const setting& where,
                                   const std::string& text) {
  auto how = bearing_of(text);
  if (const auto* held = speak.in_hand()) {
    auto signs = with.match.bearing_on(text, held->id, where.unit);
    signs.of.back() = how.circumstance;
    how.belongs = belonging_of(signs);
  }
  return how;
}

turn respond_to_words(const response& speak, const feedback_taker& feedback, const mind& with,
                      const setting& where, const std::string& text) {
  const auto u = with.match.understand(text, where.unit);
  if (u.what == decision::emergency && u.hazard) return speak.emergency(*u.hazard);
  if (const auto* by = named_in(text, where.referrals))
    return speak.referred(*by, u.aspect_named ? std::optional{u.about} : std::nullopt);
  if (is_only_a_code(text)) return speak.no_such_code();
  if (accuses(text)) return speak.accusation();
  if (where.dossier && u.what == decision::own_dossier) return speak.dossier(*where.dossier);
  if (text.find(broken_dossier_mask) != std::string::npos && u.what == decision::own_dossier)
    return speak.broken_dossier_code();
  if (u.what == decision::feedback && feedback.open()) return feedback.begin(text);
  auto t = speak.understood(u, bearing_on_what_is_in_hand(speak, with, where, text));
  t.confidence = u.confidence;
  return t;
}

turn respond_to_remark(const response& speak, const conversation& before, remark said) {
  if (said == remark::wrong) return speak.judged(opinion::not_helped);
  if (said == remark::yes && !before.offered.empty()) {
    if (const auto pressed = parse_payload(before.offered.front().payload))
      return respond_to_payload(speak, *pressed);
  }
  // "Không" to a question of ours about the answers, whose second choice is the no.
  if (said == remark::no && before.offered.size() > 1) {
    const auto pressed = parse_payload(before.offered[1].payload);
    if (pressed && std::holds_alternative<thought_payload>(*pressed))
      return respond_to_payload(speak, *pressed);
  }
  return speak.closing();
}

const ticket* ticket_in(const std::string& text, const std::vector<ticket>& known) {
  if (known.empty()) return nullptr;
  const auto codes = tickets_named(text);
  const auto at = std::find_if(known.begin(), known.end(), [&](const ticket& one) {
    return std::find(codes.begin(), codes.end(), one.code) != codes.end();
  });
  return at == known.end() ? nullptr : &*at;
}

// To the question that stands about the citizen's feedback; none where it is something else.
std::optional<turn> respond_in_feedback(const response& speak, const feedback_taker& feedback,
                                        const mind& with, const conversation& before, const setting& where,
                                        const std::string& text) {
  const auto choice = chosen(before, text);
  const auto pressed = parse_payload(choice ? *choice : text);
  if (pressed) {
    const auto* to_us = std::get_if<feedback_payload>(&*pressed);
    return to_us ? std::optional{feedback.take(*to_us)} : std::nullopt;
  }
  if (!codes_named(text).empty() || !tickets_named(text).empty()) return std::nullopt;
  const auto u = with.match.understand(text, where.unit);
  if (u.what == decision::emergency && u.hazard) return speak.emergency(*u.hazard);
  if (accuses(text)) {
    auto t = speak.accusation();
    feedback.drop(t);
    return t;
  }
  return feedback.take(text);
}

turn respond(const response& speak, const mind& with, const conversation& before, const citizen_event& event,
             const setting& where) {
  const auto text = said_in(event);
  const feedback_taker feedback{*with.content, before, where};
  if (feedback.asking()) {
    if (auto t = respond_in_feedback(speak, feedback, with, before, where, text)) return *t;
  }
  if (const auto* known = ticket_in(text, where.tickets)) return feedback.status_of(*known);
  if (const auto pressed = parse_payload(text)) {
    const auto* by = named_in(text, where.referrals);
    return by ? speak.referred(*by, std::nullopt) : respond_to_payload(speak, *pressed);
  }
  if (named_in(text, where.referrals) || is_only_a_code(text))
    return respond_to_words(speak, feedback, with, where, text);
  if (const auto choice = chosen(before, text)) {
    if (const auto pressed = parse_payload(*choice)) return respond_to_payload(speak, *pressed);
  }
  const bool blank = text.find_first_not_of(" \n") == std::string::npos;
  if (blank && event.what == citizen_event::kind::tap) return speak.menu();
  if (speak.in_hand()) {
    if (const auto said = remark_in(text); said != remark::none)
      return respond_to_remark(speak, before, said);
    if (const auto meant = resolve_reference(with, where.unit, *speak.in_hand(), before, text))
      return speak.entry(*meant->entry, meant->about);
  }
  return respond_to_words(speak, feedback, with, where, text);
}

constexpr std::chrono::hours counts_for{24};  // to the referral that brought the citizen here

bool is_a_question(decision what) {
  return what == decision::answer || what == decision::clarify || what == decision::not_understood ||
         what == decision::own_dossier || what == decision::person;
}

referral_step step_of(opinion thought) {
  switch (thought) {
    case opinion::helped:
      return referral_step::helped;
    case opinion::not_helped:
      return referral_step::not_helped;
    case opinion::saved:
      return referral_step::saved;
    case opinion::not_saved:
      break;
  }
  return referral_step::not_saved;
}

// What else the citizen does within a day of being sent here is counted to the referral.
void count_to_referral(turn& t, const conversation& before, instant now) {
  const auto& by = before.referred;
  if (!by || !t.progress.empty() || now - by->at > counts_for) return;
  if (t.thinks) {
    t.progress.push_back({by->code, step_of(*t.thinks)});
  } else if (!by->asked_on && is_a_question(t.what) && t.after.referred) {
    t.progress.push_back({by->code, referral_step::asked_on});
    t.after.referred->asked_on = true;
  }
}

bool needs_notice(const conversation& before, instant now) {
  return !before.introduced || (before.last_turn && now - *before.last_turn >= forgets_notice_after);
}

std::vector<choice> choices_in(const std::vector<action>& actions, const content::snapshot& content) {
  std::vector<choice> offered;
  for (const auto& a : actions) {
    const auto* ask = std::get_if<ask_again>(&a.does);
    if (ask) offered.push_back({whole_title(a, content), ask->payload});
  }
  return offered;
}

turn finished(turn t, const content::snapshot& content, instant now) {
  if (!t.replies.empty()) t.after.offered = choices_in(t.replies.back().actions, content);
  t.after.asked_back = t.what == decision::clarify;
  t.after.last_turn = now;
  return t;
}

// A place that the citizen shared answers the question where it was, a picture that for a photo; any other
// answers nothing.
turn respond_to_media(const response& speak, const feedback_taker& feedback, const citizen_event& event,
                      const setting& where) {
  if (!feedback.asking()) return speak.no_media();
  if (where.photo) return feedback.take_photo(*where.photo);
  if (!event.text.empty()) return feedback.take_place(event.text);
  auto t = feedback.again();
  t.replies.front().text = speak.word("media.refused").front().text + "\n\n" + t.replies.front().text;
  return t;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string all;
  for (const auto& one : paragraphs) all += (all.empty() ? "" : "\n\n") + one;
  return all;
}

// Before anything else that is said.
void add_news(turn& t, const feedback_taker& feedback) {
  const auto news = joined(feedback.news());
  if (news.empty() || t.replies.empty() || t.what == decision::silent) return;
  t.replies.front().text = news + "\n\n" + t.replies.front().text;
  t.told_news = true;
}

turn told_news(const feedback_taker& feedback, const conversation& before, const setting& where) {
  auto t = silent(before);
  const auto news = joined(feedback.news());
  if (news.empty() || where.switched_off) return t;
  t.what = decision::feedback;
  t.replies.push_back({news, {}});
  t.told_news = true;
  return t;
}

}  // namespace

turn take_turn(const mind& with, const conversation& before, const citizen_event& event,
               const setting& where) {
  if (event.what == citizen_event::kind::officer)
    return officer_spoke(*with.content, before, where, event.text);
  if (event.what == citizen_event::kind::handed_back) return handed_back(before);
  const response speak{*with.content, before, where};
  const feedback_taker feedback{*with.content, before, where};
  if (event.what == citizen_event::kind::news) return told_news(feedback, before, where);
  auto t = event.what == citizen_event::kind::media ? respond_to_media(speak, feedback, event, where)
                                                    : respond(speak, with, before, event, where);
  for (const auto e : t.effects) {
    if (e == effect::erase_conversation) return t;
  }
  if (t.what == decision::emergency) return finished(std::move(t), *with.content, where.now);
  if (person_has_the_word(before, where.now) && !calls_the_bot(event, *with.content)) return silent(before);
  t.after.person_until.reset();
  if (where.switched_off) t = speak.stopped();
  count_to_referral(t, before, where.now);
  hold_pace(t, before, speak, where.now);
  add_news(t, feedback);
  if (!t.replies.empty() && needs_notice(before, where.now)) {
    speak.introduce(t.replies);
    t.after.introduced = true;
  }
  announce(where.notices, with.content->phrases(), t.after, t.replies, where.now);
  return finished(std::move(t), *with.content, where.now);
}

}  // namespace motcua::intents
