// The doors through which a citizen can go on asking the bot, by unit. Values, set at the start.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"

namespace motcua::referral {

struct door {
  enum class kind { zalo, messenger, web } to = kind::web;
  content::unit_id unit;
  std::string id;  // of the OA or the page; unused for the web chat
};

std::string name_of(door::kind to);  // "zalo", as the phrases name it

// A unit's own doors; where it has none of a kind, those of the default unit stand in.
std::vector<door> doors_of(const std::vector<door>& all, const content::unit_id& unit);

// Where it opens; on the answer of the code where the channel can carry it. Zalo promises to carry nothing
// (zalo-oa.md 8): there the citizen types the code. Of the web chat: a path of ours.
std::string address_of(const door& to, const std::string& code);
std::string address_of(const door& to);  // without a code

}  // namespace motcua::referral
