// Danger to life, recognised first and by fixed rules (law.md D-52): no score decides whether 114 is shown.
#pragma once

#include <array>
#include <optional>

#include "intents/match/understanding.hpp"
#include "intents/text/cue_finder.hpp"

namespace motcua::intents {

// Built once from its tables; const afterwards. A call for help always counts; a mere mention counts only
// where the utterance does not speak of papers ("khai tử người chết do tai nạn").
class hazard_reader {
 public:
  hazard_reader();
  struct alarm {
    danger what;
    bool certain;                 // else a likely entry may speak against it
    std::array<bool, 4> heard{};  // by danger: every kind that a cue speaks of
  };
  std::optional<alarm> read(const utterance& spoken) const;

  // Speaks of papers, support, rules, and cries for no help: then a learnt likeness to a call for help is not
  // enough.
  // Of sick or dead animals, and of no person whom one of them hurt: "lợn bỏ ăn sốt cao tím tai".
  bool about_animals(const utterance& spoken) const;
  bool about_papers(const utterance& spoken) const;

 private:
  cue_finder cues_;
  cue_finder paperwork_;
  cue_finder cries_;
  cue_finder attacks_;
};

}  // namespace motcua::intents
