// One turn of a dialogue, as a pure function: the same state, event, setting and snapshot give the same
// replies.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/announcement.hpp"
#include "intents/dialogue/conversation.hpp"
#include "intents/dialogue/dossier.hpp"
#include "intents/dialogue/feedback.hpp"
#include "intents/dialogue/opinion.hpp"
#include "intents/dialogue/referral.hpp"
#include "intents/dialogue/reply.hpp"
#include "intents/match/matcher.hpp"

namespace motcua::intents {

// A snapshot and the matcher trained on it: what a turn thinks with. Immutable, shared between threads.
struct mind {
  std::shared_ptr<const content::snapshot> content;
  matcher match;

  explicit mind(std::shared_ptr<const content::snapshot> from, withheld kept_back = no_golden)
      : content{from}, match{std::move(from), kept_back} {}
};

// What happened in a conversation that may ask for an answer.
struct citizen_event {
  enum class kind {
    text,
    tap,          // carries a payload we once sent
    media,        // a picture, a file, a voice message: not fetched, but for the photo of `setting.photo`
    officer,      // a person of the office wrote to the citizen
    handed_back,  // and has given the conversation back
    news,         // the office has done something about the citizen's feedback
  } what = kind::text;
  std::string text;
};

struct setting {
  content::unit_id unit;
  instant now;
  std::chrono::minutes quiet =
      std::chrono::hours{12};                  // of the bot, after an officer wrote (messenger.md 5.3)
  std::vector<announcement> notices{};         // urgent ones of this unit, of this moment
  std::vector<content::entry_id> held_back{};  // entries that staff has switched off
  std::vector<referral> referrals{};           // that the message names (codes_named) and that hold
  std::vector<ticket> tickets{};               // the same (tickets_named)
  std::vector<ticket> news{};                  // of this citizen's, not told yet
  std::optional<dossier_state> dossier{};      // whose code the message names, where a service can tell
  std::optional<feedback_rules> feedback{};    // how the unit takes it in; none: it does not
  std::optional<photo_state> photo{};          // that the citizen sent, asked for by the feedback's dialogue
  bool switched_off = false;                   // staff has stopped the bot on this channel
};

enum class effect {
  erase_conversation,  // the citizen asked for it: forget everything once the replies are out (law.md D-10)
  call_person,         // the citizen wants a human being
  forget_words,        // what was said must not be kept: an accusation against a person (law.md D-50)
  hush,                // an officer took over: answers that are not out yet stay unsaid
};

struct turn {
  conversation after;
  std::vector<reply> replies;  // one or two; none where it is silent, or where a person has the word
  decision what = decision::not_understood;
  std::optional<content::entry_id> entry;
  content::aspect about = content::aspect::overview;
  double confidence = 0;
  std::vector<effect> effects;
  std::optional<opinion> thinks;            // what the citizen tells of the answers before
  std::vector<feedback_note> feedback;      // what was said to the questions about feedback
  bool told_news = false;                   // of the setting
  std::vector<referral_progress> progress;  // of the referral that brought the citizen here
};

turn take_turn(const mind& with, const conversation& before, const citizen_event& event,
               const setting& where);

}  // namespace motcua::intents
