// The golden set against the matcher and the dialogue: how many are right, and which are not. Each question
// is asked of a matcher from which it was withheld, one of five in turn; conversations, of the one that
// serves.
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
  share drawn_in;       // asked after another matter, of those outside: answered as if it were about that
  std::vector<miss> misses;
};

// Trains six times: about ten seconds.
golden_report measure_golden(const std::shared_ptr<const content::snapshot>& content);

// The questions and conversations of `asked`, whatever `with` has learnt: for a set that none of it has seen.
golden_report measure_questions(const mind& with, const content::snapshot& asked);

}  // namespace motcua::intents
