// One turn of a dialogue, as a pure function: the same state, event, setting and snapshot give the same
// replies.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/conversation.hpp"
#include "intents/dialogue/reply.hpp"
#include "intents/match/matcher.hpp"

namespace motcua::intents {

// A snapshot and the matcher trained on it: what a turn thinks with. Immutable, shared between threads.
struct mind {
  std::shared_ptr<const content::snapshot> content;
  matcher match;

  explicit mind(std::shared_ptr<const content::snapshot> from) : content{from}, match{std::move(from)} {}
};

struct citizen_event {
  enum class kind { text, tap } what = kind::text;  // a tap carries a payload we once sent
  std::string text;
};

struct setting {
  content::unit_id unit;
  instant now;
};

enum class effect {
  erase_conversation,  // the citizen asked for it: forget everything once the replies are out (law.md D-10)
  call_person,         // the citizen wants a human being
  forget_words,        // what was said must not be kept: an accusation against a person (law.md D-50)
};

struct turn {
  conversation after;
  std::vector<reply> replies;  // one or two, never none
  decision what = decision::not_understood;
  std::optional<content::entry_id> entry;
  content::aspect about = content::aspect::overview;
  double confidence = 0;
  std::vector<effect> effects;
};

turn take_turn(const mind& with, const conversation& before, const citizen_event& event,
               const setting& where);

}  // namespace motcua::intents
