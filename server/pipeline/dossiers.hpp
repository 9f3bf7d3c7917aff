// Where the bot asks how far a citizen's dossier is, if the city has connected a service for it.
#pragma once

#include <string>

#include "intents/dialogue/dossier.hpp"
#include "server/async/result.hpp"

namespace motcua::pipeline {

// Lives on the pipeline's loop.
class dossiers {
 public:
  virtual ~dossiers() = default;
  // By a code in the one spelling (intents/text/codes.hpp). Ends within the service's time limit; no error:
  // "no answer" is one of the answers.
  virtual awaitable<intents::dossier_state> look_up(std::string code) = 0;
};

}  // namespace motcua::pipeline
