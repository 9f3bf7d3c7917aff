// What an understanding comes to after what was talked of before: a side of the matter in hand, a
// circumstance of it, one of several matters that we asked back about, or another matter.
#include <algorithm>

#include "intents/dialogue/payload.hpp"
#include "intents/dialogue/response.hpp"
#include "intents/dialogue/saying.hpp"
#include "intents/match/belonging.hpp"

namespace motcua::intents {

using content::aspect;

namespace {

constexpr std::chrono::hours holds_in_hand{24};
// What the message may as well have meant is offered from here on; "yes" would take it.
constexpr double as_well_meant = 0.5;
// Even where every word could be of a side alone: "thế xin số nhà ở đâu".
constexpr double named_for_sure = 0.97;
constexpr double talk_for_sure = 0.90;  // "hay quá", which could be of a side by its words

// What names no other matter may be said of the one in hand ("vợ tôi làm hộ được không", "phải chờ đến cuối
// năm à"), or of something else that we do not know ("thuê đội kèn trống bao nhiêu").
bool still_about(const content::entry& held, const understanding& u, const bearing& how) {
  return may_belong(u, how) && how.belongs >= belongs_from && (how.circumstance || u.entry != held.id);
}

}  // namespace

bool response::still_fresh() const {
  return before_.last_turn && where_.now - *before_.last_turn <= holds_in_hand;
}

const content::entry* response::in_hand() const {
  return still_fresh() && before_.in_hand ? find(*before_.in_hand) : nullptr;
}

// The matters among which the citizen has yet to choose.
std::vector<option> response::left_open() const {
  std::vector<option> options;
  if (!before_.asked_back || !still_fresh()) return options;
  for (const auto& c : before_.offered) {
    const auto pressed = parse_payload(c.payload);
    const auto* ask = pressed ? std::get_if<ask_payload>(&*pressed) : nullptr;
    if (const auto* e = ask ? look_up(ask->entry) : nullptr) options.push_back({e->id, e->title});
  }
  return options;
}

turn response::side(aspect about) const {
  if (const auto open = left_open(); !open.empty()) return which_of(open, about);
  const auto* held = in_hand();
  return held ? entry(*held, about) : which_procedure(about);
}

// The asked side where it was not just shown; else an honest word that no answer of its own was found, and
// whom to ask: the content may well hold it under another name. What it may as well have meant is the first
// button.
turn response::of_what_is_in_hand(const content::entry& held, const understanding& u) const {
  auto t = entry(held, u.about);
  if (t.about == before_.last_aspect && t.what == decision::answer)
    t.replies =
        replies_of({content_.phrases().say("unsaid", {{"title", held.title}}), whom_to_ask(content_, unit_)},
                   t.replies.back().actions);
  const bool doubtful = !u.candidates.empty() && u.candidates.front().entry != held.id &&
                        u.candidates.front().confidence >= as_well_meant && !t.replies.empty();
  const auto* other = doubtful ? find(u.candidates.front().entry) : nullptr;
  if (!other || other->kind() == content::entry_kind::smalltalk) return t;
  auto& actions = t.replies.back().actions;
  actions.insert(actions.begin(), {short_title(other->title), ask_again{write_payload(other->id, u.about)}});
  if (actions.size() > most_actions) actions.erase(actions.end() - 2);  // the link stays last
  return t;
}

// "Việc nhập khẩu ấy mất mấy ngày", where it was talked of before the matter in hand: a matter that was
// talked of needs less to be meant again than a new one.
const content::entry* response::talked_of_again(const understanding& u) const {
  if (u.vague || u.aspect_only || u.candidates.empty() || !still_fresh()) return nullptr;
  const auto& first = u.candidates.front();
  const auto& talked = before_.talked_of;
  const bool again = first.confidence >= as_well_meant && first.entry != before_.in_hand &&
                     std::find(talked.begin(), talked.end(), first.entry) != talked.end();
  return again ? find(first.entry) : nullptr;
}

turn response::understood(const understanding& u, const bearing& how) const {
  const auto* e = u.entry ? find(*u.entry) : nullptr;
  const auto* held = in_hand();
  const bool may_follow_up = u.what == decision::answer || u.what == decision::smalltalk ||
                             u.what == decision::clarify || u.what == decision::not_understood;
  const bool names_another = (u.what == decision::answer && u.confidence >= named_for_sure) ||
                             (u.what == decision::smalltalk && u.confidence >= talk_for_sure);
  const bool stands = held || !left_open().empty();
  if (stands && u.aspect_only && may_follow_up && !names_another) return side(u.about);
  switch (u.what) {
    case decision::person:
      return person();
    case decision::own_dossier:
      return request(u.what, u, "dossier");
    case decision::feedback:
      return request(u.what, u, "feedback");
    case decision::emergency:
      return emergency(u.hazard.value_or(danger::crime));
    case decision::smalltalk:
      if (e) return talk(*e);
      break;
    default:
      break;
  }
  if (u.what != decision::answer && (u.aspect_only || u.about_a_side_alone)) return side(u.about);
  if (const auto* again = may_follow_up ? talked_of_again(u) : nullptr) return entry(*again, u.about);
  if (held && may_follow_up && still_about(*held, u, how)) return of_what_is_in_hand(*held, u);
  if (u.what == decision::answer && e) {
    auto t = entry(*e, u.about);
    return u.also ? with_second(std::move(t), *u.also) : t;
  }
  return u.what == decision::clarify ? clarify(u) : not_understood(u.outside);
}

}  // namespace motcua::intents
