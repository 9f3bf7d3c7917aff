#include "intents/dialogue/take_feedback.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/reading.hpp"
#include "intents/dialogue/saying.hpp"
#include "intents/dialogue/working_days.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t words_of_a_matter = 9;  // fewer only say that there is one: "tôi muốn phản ánh"
constexpr std::chrono::hours stands_for{24};
constexpr std::string_view skip = "skip", stop = "stop", tell_here = "tell", tell_not = "no_tell",
                           agree = "photo";

std::string phrase_of(feedback_step step) {
  switch (step) {
    case feedback_step::what:
      return "feedback.ask_what";
    case feedback_step::kind:
      return "feedback.ask_kind";
    case feedback_step::where:
      return "feedback.ask_where";
    case feedback_step::when:
      return "feedback.ask_when";
    case feedback_step::photo:
      return "feedback.ask_photo";
    case feedback_step::picture:
      return "feedback.ask_picture";
    case feedback_step::contact:
      break;
  }
  return "feedback.ask_contact";
}

bool says_stop(const std::string& text) {
  const auto folded = fold(normalise(clean(text)));
  return folded == "thoi" || folded == "huy" || folded.starts_with("thoi khong") ||
         folded.starts_with("khong gui nua") || folded == "thoi bo" || folded.starts_with("huy phan anh");
}

// Of any question.
bool stands(const conversation& before, instant now) {
  return before.reporting && before.last_turn && now - *before.last_turn <= stands_for;
}

}  // namespace

bool awaits_photo(const conversation& before, instant now) {
  return stands(before, now) && *before.reporting == feedback_step::picture;
}

feedback_taker::feedback_taker(const content::snapshot& content, const conversation& before,
                               const setting& where)
    : content_{content}, unit_{content.unit_or_default(where.unit)}, before_{before}, where_{where} {}

bool feedback_taker::asking() const {
  return open() && stands(before_, where_.now);
}

turn feedback_taker::begun() const {
  turn t;
  t.after = before_;
  t.what = decision::feedback;
  t.confidence = 1;
  return t;
}

turn feedback_taker::ask(turn t, feedback_step next) const {
  const auto& say = content_.phrases();
  const auto button = [&](std::string_view phrase, std::string_view choice) {
    return action{say.say(phrase), ask_again{feedback_text(choice)}};
  };
  std::vector<action> actions;
  if (next == feedback_step::kind) {
    for (const auto k : all_feedback_kinds)
      actions.push_back(button("feedback.kind." + std::string{name_of(k)}, name_of(k)));
  } else if (next == feedback_step::contact) {
    actions = {button("feedback.tell", tell_here), button("feedback.no_tell", tell_not)};
  } else if (next == feedback_step::photo) {
    actions = {button("feedback.photo_agree", agree), button("feedback.photo_none", skip),
               button("feedback.stop", stop)};
  } else if (next != feedback_step::what) {
    actions = {button("feedback.skip", skip), button("feedback.stop", stop)};
  }
  t.after.reporting = next;
  t.replies = replies_of({say.say(phrase_of(next), {{"unit", unit_.name}})}, std::move(actions));
  return t;
}

turn feedback_taker::next_after(turn t, feedback_step answered) const {
  const auto following = [&] {
    switch (answered) {
      case feedback_step::what:
        return feedback_step::kind;
      case feedback_step::kind:
        return feedback_step::where;
      case feedback_step::where:
        return feedback_step::when;
      case feedback_step::when:
        return where_.feedback->photos ? feedback_step::photo : feedback_step::contact;
      case feedback_step::photo:
      case feedback_step::picture:
      case feedback_step::contact:
        break;
    }
    return feedback_step::contact;
  };
  return ask(std::move(t), following());
}

turn feedback_taker::begin(const std::string& text) const {
  auto t = begun();
  t.feedback.push_back({feedback_note::of::begun});
  if (words_of(normalise(clean(text))).size() < words_of_a_matter)
    return ask(std::move(t), feedback_step::what);
  t.feedback.push_back({feedback_note::of::what, text});
  return next_after(std::move(t), feedback_step::what);
}

turn feedback_taker::take(const std::string& text) const {
  if (says_stop(text)) return stopped();
  auto t = begun();
  const auto step = *before_.reporting;
  switch (step) {
    case feedback_step::what:
      t.feedback.push_back({feedback_note::of::what, text});
      break;
    case feedback_step::where:
      t.feedback.push_back({feedback_note::of::place, text});
      break;
    case feedback_step::when:
      t.feedback.push_back({feedback_note::of::time, text});
      break;
    case feedback_step::kind:
    case feedback_step::contact:
    case feedback_step::photo:
    case feedback_step::picture:
      return again();  // to be chosen: consent is never read out of a sentence (law.md D-07)
  }
  return next_after(std::move(t), step);
}

turn feedback_taker::take(const feedback_payload& pressed) const {
  const auto step = *before_.reporting;
  const auto& choice = pressed.choice;
  if (choice == stop) return stopped();
  if (step == feedback_step::contact && (choice == tell_here || choice == tell_not))
    return file(choice == tell_here);
  auto t = begun();
  if (step == feedback_step::kind && parse_feedback_kind(choice)) {
    t.feedback.push_back({feedback_note::of::kind, choice});
    return next_after(std::move(t), step);
  }
  if (step == feedback_step::photo && choice == agree) return ask(std::move(t), feedback_step::picture);
  const bool may_be_skipped =
      step != feedback_step::what && step != feedback_step::kind && step != feedback_step::contact;
  if (choice == skip && may_be_skipped) return next_after(std::move(t), step);
  return again();  // a button of an earlier question
}

turn feedback_taker::take_place(const std::string& shared) const {
  if (*before_.reporting != feedback_step::where) return again();
  auto t = begun();
  t.feedback.push_back({feedback_note::of::place, shared});
  return next_after(std::move(t), feedback_step::where);
}

turn feedback_taker::take_photo(photo_state sent) const {
  if (sent == photo_state::refused) {
    auto t = again();
    t.replies.front().text =
        content_.phrases().say("feedback.photo_refused") + "\n\n" + t.replies.front().text;
    return t;
  }
  auto t = begun();
  t.feedback.push_back({feedback_note::of::photo});
  return next_after(std::move(t), feedback_step::picture);
}

turn feedback_taker::again() const {
  return ask(begun(), *before_.reporting);
}

void feedback_taker::drop(turn& t) const {
  t.after.reporting.reset();
  t.feedback = {{feedback_note::of::dropped}};
}

turn feedback_taker::stopped() const {
  auto t = begun();
  drop(t);
  t.replies = replies_of({content_.phrases().say("feedback.stopped")}, {});
  return t;
}

std::optional<content::date> feedback_taker::due() const {
  if (where_.feedback->working_days == 0) return std::nullopt;
  return after_working_days(day_in_vietnam(where_.now), where_.feedback->working_days, unit_.closed);
}

turn feedback_taker::file(bool tell) const {
  const auto& say = content_.phrases();
  auto t = begun();
  t.after.reporting.reset();
  const auto by = due();
  t.feedback.push_back({feedback_note::of::filed, where_.feedback->code, tell, by});
  std::vector<std::string> paragraphs{
      say.say("feedback.filed", {{"unit", unit_.name}, {"code", where_.feedback->code}})};
  if (by) paragraphs.push_back(say.say("feedback.due", {{"unit", unit_.name}, {"date", written(*by)}}));
  paragraphs.push_back(say.say(tell ? "feedback.will_tell" : "feedback.look_up"));
  t.replies = replies_of(paragraphs, {});
  return t;
}

std::string feedback_taker::line_of(const ticket& one) const {
  const auto& say = content_.phrases();
  auto line =
      say.say("feedback.status", {{"code", one.code},
                                  {"filed", written(day_in_vietnam(one.filed_at))},
                                  {"status", say.say("feedback.status." + std::string{name_of(one.status)})},
                                  {"changed", written(day_in_vietnam(one.changed_at))}});
  if (!one.word.empty()) line += "\n" + say.say("feedback.word", {{"unit", unit_.name}, {"word", one.word}});
  const bool settled = one.status == ticket_status::answered || one.status == ticket_status::declined;
  if (one.due && !settled)
    line += "\n" + say.say("feedback.due", {{"unit", unit_.name}, {"date", written(*one.due)}});
  return line;
}

turn feedback_taker::status_of(const ticket& one) const {
  auto t = begun();
  t.replies = replies_of({line_of(one)}, {});
  return t;
}

std::vector<std::string> feedback_taker::news() const {
  std::vector<std::string> lines;
  for (const auto& one : where_.news) lines.push_back(line_of(one));
  return lines;
}

}  // namespace motcua::intents
