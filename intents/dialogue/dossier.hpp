// What the city's dossier service says of the citizen's own dossier, where the city has connected one. A
// value.
#pragma once

#include <optional>
#include <string>

#include "content/knowledge/fact.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

struct dossier_state {
  enum class of {
    known,
    not_found,
    no_answer,  // in time, or none that could be read
  } is = of::no_answer;
  std::string says{};                  // in the words that the configuration gives its status
  std::optional<content::date> due{};  // when the result is to be fetched
  std::string source{};                // whose word it is
  instant asked_at{};
};

}  // namespace motcua::intents
