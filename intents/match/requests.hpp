// What is asked of people rather than of the knowledge base: one's own dossier, an officer, a complaint.
#pragma once

#include <optional>
#include <vector>

#include "intents/match/understanding.hpp"
#include "intents/text/cue_finder.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Built once from its tables; const afterwards.
class request_reader {
 public:
  request_reader();

  // own_dossier, person or feedback; nullopt for everything else.
  std::optional<decision> read(const utterance& spoken) const;

 private:
  bool asks_for_person(const utterance& spoken) const;
  bool asks_of_dossier(const utterance& spoken) const;
  bool wants_it_done(const utterance& spoken) const;

  cue_finder dossier_;
  cue_finder person_;
  cue_finder feedback_;
  cue_finder waiting_;
  cue_finder progress_;
  cue_finder unfinished_;
  cue_finder finished_;
  cue_finder owner_;
  cue_finder action_;
  cue_finder question_;
};

// Whether the text accuses someone or files a complaint, rather than asks how to (law.md D-50): its details
// must not be taken. Expects clean text.
bool accuses(std::string_view clean_text);

// Whether a dossier code (G22.99.08-260921-896048) stands in the text, or stood there (text/mask.hpp).
bool holds_dossier_code(std::string_view clean_text);

}  // namespace motcua::intents
