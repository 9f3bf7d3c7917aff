// What stands between a draft and the citizens: the checker, and the golden questions asked of the content as
// it is and as it would be, by matchers that have learnt none of them: as citizens ask what nobody foresaw.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/exchange/propose.hpp"
#include "intents/dialogue/turn.hpp"
#include "server/staff/content/piece.hpp"

namespace motcua::staff {

struct changed_answer {
  std::string question;
  std::string before;  // the whole answer, as text
  std::string after;
  std::string entry_before;  // empty: none
  std::string entry_after;
  bool was_right = false;  // by the golden set
  bool is_right = false;
};

struct gate_report {
  std::vector<content::field_change> changes;
  std::vector<content::finding> findings;  // of the changed file; an error anywhere blocks
  std::vector<changed_answer> answers;     // at most `most_shown`, what got worse first
  std::size_t answers_changed = 0;
  std::size_t newly_wrong = 0;
  std::size_t newly_right = 0;
  bool blocked = false;
  std::shared_ptr<const intents::mind> after;  // without golden questions; null where there are errors
  content::file_texts files;                   // to be written; empty: nothing changes
};

inline constexpr std::size_t most_shown = 200;
// A change may cost this many golden questions their right answer before it is held back.
inline constexpr std::size_t most_newly_wrong = 3;

// Reads, checks and trains: seconds. Not for an io thread. Pure. `before` is of the current content and has
// learnt no golden question.
gate_report examine(const content::file_texts& current, const piece& changed, const intents::mind& before,
                    intents::instant now);

}  // namespace motcua::staff
