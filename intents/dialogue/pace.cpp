#include "intents/dialogue/pace.hpp"

namespace motcua::intents {
namespace {

using namespace std::chrono_literals;

constexpr auto window = 1min;
constexpr auto still_the_same = 10min;

void hold(turn& t, bool first_time, std::vector<reply> word) {
  t.what = decision::silent;
  t.replies.clear();
  if (first_time) t.replies = std::move(word);
}

bool same_answer(const turn& t, const conversation& before, instant now) {
  return t.what == decision::answer && before.last_turn && now - *before.last_turn < still_the_same &&
         t.entry == before.in_hand && t.about == before.last_aspect;
}

}  // namespace

void hold_pace(turn& t, const conversation& before, const response& speak, instant now) {
  const bool fresh = !before.pace_since || now - *before.pace_since >= window;
  t.after.pace_since = fresh ? now : *before.pace_since;
  t.after.pace_turns = fresh ? 1 : before.pace_turns + 1;
  t.after.same_answers = same_answer(t, before, now) ? before.same_answers + 1 : 1;
  if (t.what != decision::answer) t.after.same_answers = 0;
  if (t.after.pace_turns > most_turns_a_minute)
    hold(t, t.after.pace_turns == most_turns_a_minute + 1, speak.word("pace.slow"));
  else if (t.after.same_answers > most_same_answers)
    hold(t, t.after.same_answers == most_same_answers + 1, speak.word("pace.same"));
}

}  // namespace motcua::intents
