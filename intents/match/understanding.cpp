#include "intents/match/understanding.hpp"

#include <string_view>

namespace motcua::intents {

std::string_view name_of(decision d) noexcept {
  switch (d) {
    case decision::answer:
      return "answer";
    case decision::clarify:
      return "clarify";
    case decision::not_understood:
      return "not_understood";
    case decision::own_dossier:
      return "own_dossier";
    case decision::feedback:
      return "feedback";
    case decision::person:
      return "person";
    case decision::smalltalk:
      return "smalltalk";
    case decision::emergency:
      return "emergency";
    case decision::silent:
      return "silent";
  }
  return "not_understood";
}

}  // namespace motcua::intents
