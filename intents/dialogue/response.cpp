#include "intents/dialogue/response.hpp"

#include <algorithm>
#include <array>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/help_line.hpp"
#include "intents/dialogue/office_hours.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/saying.hpp"
#include "intents/match/aspects.hpp"

namespace motcua::intents {
namespace {

using content::aspect;
using content::smalltalk_act;

// In the order of first mention; the oldest is forgotten first.
void remember(std::vector<content::entry_id>& talked_of, const content::entry_id& id) {
  if (std::find(talked_of.begin(), talked_of.end(), id) != talked_of.end()) return;
  if (talked_of.size() == most_talked_of) talked_of.erase(talked_of.begin());
  talked_of.push_back(id);
}

}  // namespace

response::response(const content::snapshot& content, const conversation& before, const setting& where)
    : content_{content},
      before_{before},
      where_{where},
      unit_{content.unit_or_default(where.unit)},
      today_{day_in_vietnam(where.now)} {}

const content::entry* response::find(const content::entry_id& id) const {
  return content_.find_for(unit_.id, id);
}

const content::entry* response::look_up(const std::string& written) const {
  if (const auto* e = find(content::entry_id{written})) return e;
  const auto* e = content_.find_code(written);
  return e ? find(e->id) : nullptr;
}

turn response::begun(decision what) const {
  turn t;
  t.after = before_;
  t.what = what;
  t.confidence = 1;
  return t;
}

turn response::entry(const content::entry& e, aspect about) const {
  if (e.kind() == content::entry_kind::smalltalk) return talk(e);
  const auto& held = where_.held_back;
  if (std::find(held.begin(), held.end(), e.id) != held.end()) return held_back(e);
  auto t = begun(decision::answer);
  const auto r = read_entry(content_, unit_, e, where_.now);
  t.entry = e.id;
  t.about = answered_aspect(e, about);
  t.replies = replies_of(answer_text(r, t.about), offers_after(r, t.about));
  t.after.in_hand = e.id;
  t.after.last_aspect = t.about;
  remember(t.after.talked_of, e.id);
  return t;
}

// What may be wrong is not said while staff looks into it (design: a wrong answer harms someone).
turn response::held_back(const content::entry& e) const {
  auto t = begun(decision::answer);
  t.entry = e.id;
  t.replies = replies_of(
      {content_.phrases().say("status.held_back", {{"title", e.title}}), whom_to_ask(content_, unit_)}, {});
  t.after.in_hand = e.id;
  return t;
}

turn response::stopped() const {
  auto t = begun(decision::silent);
  t.replies = word("stopped");
  return t;
}

turn response::with_second(turn t, const second_question& also) const {
  const auto* e = find(also.entry);
  if (!e) return t;
  auto& last = t.replies.back();
  last.text += "\n\n" + content_.phrases().say("also", {{"title", e->title}});
  last.actions.insert(
      last.actions.begin(),
      {short_title(e->title), ask_again{write_payload(e->id, answered_aspect(*e, also.about))}});
  if (last.actions.size() > most_actions) last.actions.erase(last.actions.end() - 2);  // the link stays last
  remember(t.after.talked_of, e->id);
  return t;
}

turn response::closing() const {
  const auto* e = content_.find_smalltalk(smalltalk_act::thanks);
  return e ? talk(*e) : menu();
}

turn response::which_procedure(aspect about) const {
  return with_menu(decision::clarify, {content_.phrases().say("which_procedure")}, about);
}

turn response::talk(const content::entry& e) const {
  const auto act = e.as<content::smalltalk>()->act;
  if (act == smalltalk_act::person) return person();
  auto t = begun(decision::smalltalk);
  t.entry = e.id;
  std::vector<action> actions;
  if (act == smalltalk_act::greeting || act == smalltalk_act::about) {
    actions = offers_among(common_topics(content_, unit_, today_), aspect::overview);
  }
  t.replies = replies_of({filled(e.as<content::smalltalk>()->text, content_, unit_)}, std::move(actions));
  const bool takes_leave = act == smalltalk_act::thanks || act == smalltalk_act::goodbye;
  if (takes_leave && in_hand() && may_ask_opinion(before_, where_.now)) {
    ask_opinion(t, opinion::helped, opinion::not_helped);
    t.after.opinion_asked = where_.now;
  }
  if (act == smalltalk_act::erase) {
    t.after = conversation{};
    t.effects.push_back(effect::erase_conversation);
  }
  return t;
}

void response::ask_opinion(turn& t, opinion yes, opinion no) const {
  const auto& phrases = content_.phrases();
  auto& last = t.replies.back();
  last.text += "\n\n" + phrases.say("opinion.ask_" + std::string{name_of(yes)});
  for (const auto one : {yes, no})
    last.actions.push_back(
        {phrases.say("opinion." + std::string{name_of(one)}), ask_again{write_payload(one)}});
}

turn response::judged(opinion thought) const {
  const auto& phrases = content_.phrases();
  auto t = begun(decision::smalltalk);
  t.thinks = thought;
  if (thought == opinion::not_helped) {
    t.replies = replies_of({phrases.say("opinion.sorry"), whom_to_ask(content_, unit_)},
                           {{phrases.say("action.person"), ask_again{std::string{human_text}}}});
    return t;
  }
  t.replies = replies_of({phrases.say("opinion.thanks")}, {});
  if (thought == opinion::helped) ask_opinion(t, opinion::saved, opinion::not_saved);
  return t;
}

turn response::person() const {
  auto t = begun(decision::person);
  const auto* e = content_.find_smalltalk(smalltalk_act::person);
  t.effects.push_back(effect::call_person);
  std::vector<std::string> paragraphs{e ? filled(e->as<content::smalltalk>()->text, content_, unit_)
                                        : std::string{}};
  if (e) t.entry = e->id;
  paragraphs.push_back(whether_open());
  paragraphs.push_back(whom_to_ask(content_, unit_));
  if (!e && paragraphs.back().empty())
    paragraphs.push_back(content_.phrases().say("ask.anyone", {{"counter", unit_.counter}}));
  std::vector<action> actions;
  const auto number =
      unit_.phone.sayable() && !unit_.phone.value.empty() ? unit_.phone.value : hotline(content_);
  if (!number.empty()) actions.push_back({content_.phrases().say("action.call"), call_number{number}});
  t.replies = replies_of(paragraphs, std::move(actions));
  return t;
}

// Nobody is promised outside office hours; unknown hours are not guessed at.
std::string response::whether_open() const {
  const auto hours = office_hours_at(content_, unit_, where_.now);
  if (!hours) return {};
  const auto& phrases = content_.phrases();
  if (hours->open) return phrases.say("office.open");
  auto text = hours->closed_for.empty() ? phrases.say("office.closed")
                                        : phrases.say("office.closed_for", {{"why", hours->closed_for}});
  if (hours->opens)
    text += " " + phrases.say("office.opens", {{"time", time_in_vietnam(*hours->opens)},
                                               {"day", written(day_in_vietnam(*hours->opens))}});
  return text;
}

turn response::emergency(danger what) const {
  auto t = begun(decision::emergency);
  const auto help = help_for(what);
  t.replies = replies_of({content_.phrases().say(help.phrase)},
                         {{content_.phrases().say(help.button), call_number{std::string{help.number}}}});
  return t;
}

// law.md D-50: nothing of the matter is asked or kept, so it must not count as a question that staff should
// read.
turn response::accusation() const {
  auto t = begun(decision::answer);
  std::vector<option> options;
  for (const char* id : {"tiep-cong-dan", "to-cao", "khieu-nai"}) {
    if (const auto* e = find(content::entry_id{id})) options.push_back({e->id, e->title});
  }
  t.replies = replies_of({content_.phrases().say("accusation"), listed(options)},
                         offers_among(options, aspect::overview));
  t.effects.push_back(effect::forget_words);
  return t;
}

turn response::with_menu(decision what, std::vector<std::string> paragraphs, aspect about) const {
  auto t = begun(what);
  t.about = about;
  const auto topics = common_topics(content_, unit_, today_);
  paragraphs.push_back(listed(topics));
  t.replies = replies_of(paragraphs, offers_among(topics, about));
  return t;
}

turn response::menu() const {
  return with_menu(decision::smalltalk, {content_.phrases().say("menu")}, aspect::overview);
}

turn response::welcome() const {
  const auto* e = content_.find_smalltalk(smalltalk_act::greeting);
  return e ? talk(*e) : menu();
}

turn response::not_understood(bool outside) const {
  const auto whom = whom_to_ask(content_, unit_);
  return with_menu(decision::not_understood,
                   {content_.phrases().say(outside ? "outside" : "not_understood"), whom}, aspect::overview);
}

turn response::clarify(const understanding& u) const {
  std::vector<option> options;
  for (const auto& c : u.candidates) {
    const auto* e = find(c.entry);
    const bool likely = options.size() < 2 || c.confidence >= 0.25 * u.candidates.front().confidence;
    if (e && e->kind() != content::entry_kind::smalltalk && likely && options.size() < most_actions) {
      options.push_back({e->id, e->title});
    }
  }
  if (options.size() < 2) return not_understood(u.outside);
  const auto about = u.aspect_named ? u.about : aspect::overview;
  return which_of(options, about);
}

turn response::which_of(const std::vector<option>& options, aspect about) const {
  auto t = begun(decision::clarify);
  t.about = about;
  t.replies = replies_of({content_.phrases().say("clarify"), listed(options)}, offers_among(options, about));
  return t;
}

turn response::request(decision what, const understanding& u, std::string_view otherwise) const {
  const auto* home = u.entry ? find(*u.entry) : nullptr;
  if (home) {
    auto t = entry(*home, aspect::overview);
    t.what = what;
    return t;
  }
  auto t = begun(what);
  const auto number = hotline(content_);
  const auto how =
      number.empty() ? std::string{} : content_.phrases().say("ask.hotline", {{"phone", number}});
  t.replies = replies_of({content_.phrases().say(otherwise, {{"counter", unit_.counter}}), how}, {});
  return t;
}

turn response::no_media() const {
  return with_menu(decision::not_understood, {content_.phrases().say("media.refused")}, aspect::overview);
}

std::vector<reply> response::word(std::string_view key) const {
  return replies_of({content_.phrases().say(key), whom_to_ask(content_, unit_)}, {});
}

void response::introduce(std::vector<reply>& replies) const {
  const auto& phrases = content_.phrases();
  intents::introduce({phrases.say("notice.opening", {{"unit", unit_.name}}), phrases.say("notice.closing")},
                     replies);
}

std::string whole_title(const action& a, const content::snapshot& content) {
  const auto* ask = std::get_if<ask_again>(&a.does);
  const auto pressed = ask ? parse_payload(ask->payload) : std::nullopt;
  const auto* asked = pressed ? std::get_if<ask_payload>(&*pressed) : nullptr;
  const auto* e = asked ? content.find(content::entry_id{asked->entry}) : nullptr;
  return e && (short_title(e->title) == a.title || a.title.size() == 1) ? e->title : a.title;
}

}  // namespace motcua::intents
