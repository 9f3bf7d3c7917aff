#include "intents/match/meanings.hpp"

namespace motcua::intents {

using content::outside_meaning;

std::optional<danger> danger_in(outside_meaning meaning) noexcept {
  switch (meaning) {
    case outside_meaning::fire:
      return danger::fire;
    case outside_meaning::crime:
      return danger::crime;
    case outside_meaning::medical:
      return danger::medical;
    case outside_meaning::child:
      return danger::child;
    default:
      return std::nullopt;
  }
}

std::optional<decision> request_in(outside_meaning meaning) noexcept {
  switch (meaning) {
    case outside_meaning::own_dossier:
      return decision::own_dossier;
    case outside_meaning::person:
      return decision::person;
    case outside_meaning::feedback:
      return decision::feedback;
    default:
      return std::nullopt;
  }
}

std::optional<danger> danger_of(const content::entry_id& id) {
  if (id.str() == "khan-cap-113") return danger::crime;
  if (id.str() == "khan-cap-114") return danger::fire;
  if (id.str() == "khan-cap-115") return danger::medical;
  if (id.str() == "tre-em-111") return danger::child;
  return std::nullopt;
}

content::entry_id home_of(decision request) {
  switch (request) {
    case decision::own_dossier:
      return content::entry_id{"tra-cuu-ho-so"};
    case decision::feedback:
      return content::entry_id{"phan-anh-kien-nghi"};
    case decision::person:
      return content::entry_id{"gap-can-bo"};
    default:
      return {};
  }
}

}  // namespace motcua::intents
