// The golden set: questions written for this project, and what the bot must make of each. The matcher
// learns from it, and is measured by those of its questions that were withheld from it (match/withheld.hpp).
// Read from golden/*.yaml; conversations from golden/dialogues*.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::content {

enum class golden_outcome {
  entry,    // the entry and aspect of the row
  outside,  // not ours: no answer may be given
  own_dossier,
  person,
  feedback,
  fire,  // an emergency, 114
  crime,
  medical,
  child,
  no_emergency,  // sounds like one and is none
};

std::optional<golden_outcome> parse_golden_outcome(std::string_view name);
std::string_view name_of(golden_outcome outcome) noexcept;

struct golden_phrase {
  std::string text;
  std::string style;  // plain, no_diacritics, teencode, typos, dialect, story
  golden_outcome expect = golden_outcome::entry;
  entry_id entry;
  aspect about = aspect::overview;
  std::string path;
  int line = 0;
};

struct golden_turn {
  std::string text;
  std::string decision;         // "answer", "clarify" ...: as intents::name_of(decision) writes it
  entry_id entry;               // empty: any
  std::optional<aspect> about;  // absent: any
  entry_id also;                // of a second question in the same message: answered or offered
  int choose = 0;       // the entry must be that of the choice offered before: 1 the first, -1 the last
  int after_hours = 0;  // time that passes before it
};

struct golden_dialogue {
  std::string id;
  std::string kind;  // what it tries: "topic_switch"
  std::vector<golden_turn> turns;
  std::string path;
  int line = 0;
};

}  // namespace motcua::content
