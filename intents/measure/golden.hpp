// The golden set against a matcher and the dialogue: how many are right, and which are not.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/turn.hpp"
#include "intents/measure/figures.hpp"

namespace motcua::intents {

struct miss {
  std::string kind;  // "wrong", "asked back", "not understood", "false answer", "aspect", "alarm", ...
  std::string text;
  std::string expected;
  std::string got;
  double confidence = 0;
};

struct share {
  std::size_t part = 0;
  std::size_t whole = 0;
  double per_cent() const {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
  void count(bool yes) {
    ++whole;
    part += yes;
  }
};

struct golden_report {
  figures ranking;  // of the phrases in scope, and of those outside
  std::vector<reliability> calibration;
  share answered_right;  // of those in scope
  share answered_wrong;
  share asked_back;
  share false_answers;  // of those outside
  share aspects;        // right, of those whose entry is the first
  share emergencies;    // caught, with the right number
  share false_alarms;   // of everything that is none
  share requests;       // own dossier, person, feedback: seen as such
  share turns;          // of the dialogues: right
  share context_turns;  // right, of all but the first of each dialogue
  std::vector<miss> misses;
};

golden_report measure_golden(const mind& with);

}  // namespace motcua::intents
