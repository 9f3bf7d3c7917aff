// What staff says at once and without a new version of the content: urgent notices, and what is switched off.
// Immutable; swapped as a whole.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intents/dialogue/turn.hpp"
#include "server/store/records.hpp"

namespace motcua::pipeline {

using intents::instant;

struct notice {
  std::string id;  // another one where its words change
  std::string text;
  std::string source;
  std::vector<content::unit_id> units;  // empty: all
  instant from;
  instant upto;  // not included
};

struct held_entry {
  content::entry_id entry;
  std::vector<content::unit_id> units;  // empty: all
};

struct switchboard {
  std::vector<notice> notices;
  std::vector<held_entry> entries_off;
  std::vector<store::account_id> accounts_off;

  // Of an account and its unit at that moment, into the setting of a turn.
  void set(intents::setting& where, const store::account_id& account) const;
  bool holds_back(const content::entry_id& entry, const content::unit_id& unit) const;
};

}  // namespace motcua::pipeline
