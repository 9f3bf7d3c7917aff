#include "intents/measure/golden.hpp"

#include <chrono>

#include "intents/match/aspects.hpp"
#include "intents/match/meanings.hpp"
#include "intents/measure/another_matter.hpp"

namespace motcua::intents {
namespace {

using content::golden_outcome;

constexpr instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + std::chrono::hours{5}};

std::optional<danger> danger_expected(golden_outcome o) {
  switch (o) {
    case golden_outcome::fire:
      return danger::fire;
    case golden_outcome::crime:
      return danger::crime;
    case golden_outcome::medical:
      return danger::medical;
    case golden_outcome::child:
      return danger::child;
    default:
      return std::nullopt;
  }
}

std::optional<decision> request_expected(golden_outcome o) {
  switch (o) {
    case golden_outcome::own_dossier:
      return decision::own_dossier;
    case golden_outcome::person:
      return decision::person;
    case golden_outcome::feedback:
      return decision::feedback;
    default:
      return std::nullopt;
  }
}

std::string described(const understanding& u) {
  std::string text{name_of(u.what)};
  if (!u.candidates.empty()) text += " " + u.candidates.front().entry.str();
  return text + "/" + std::string{content::name_of(u.about)};
}

bool is_answer(const understanding& u) {
  return u.what == decision::answer;
}

// Phrases, one at a time.
class phrase_judge {
 public:
  phrase_judge(const content::snapshot& content, golden_report& report)
      : content_{content}, report_{report} {}

  void judge(const content::golden_phrase& row, const understanding& u, double microseconds) {
    if (const auto what = danger_expected(row.expect)) {
      const bool caught = u.what == decision::emergency && u.hazard == what;
      report_.emergencies.count(caught);
      if (!caught) missed("emergency", row, std::string{name_of(row.expect)}, u);
      return;
    }
    const bool alarmed = u.hazard && u.hazard != danger_of(row.entry);
    report_.false_alarms.count(alarmed);
    if (alarmed) missed("alarm", row, std::string{name_of(row.expect)}, u);
    if (const auto wish = request_expected(row.expect)) {
      report_.requests.count(u.what == *wish);
      if (u.what != *wish) missed("request", row, std::string{name_of(*wish)}, u);
    } else if (row.expect == golden_outcome::outside) {
      judge_outside(row, u, microseconds);
    } else if (row.expect == golden_outcome::entry) {
      judge_entry(row, u, microseconds);
    }
  }
  const std::vector<judged>& rows() const { return rows_; }

 private:
  void judge_outside(const content::golden_phrase& row, const understanding& u, double microseconds) {
    rows_.push_back({false, false, false, u.confidence, row.style, microseconds});
    report_.false_answers.count(is_answer(u));
    if (is_answer(u)) missed("false answer", row, "outside", u);
  }

  void judge_entry(const content::golden_phrase& row, const understanding& u, double microseconds) {
    judged j{true, false, false, u.confidence, row.style, microseconds};
    // A request is settled before the entries are looked at; its home entry stands for it.
    const bool home = (u.entry && *u.entry == row.entry) || (u.hazard && u.hazard == danger_of(row.entry));
    for (std::size_t i = 0; i < u.candidates.size() && i < 3; ++i) {
      if (u.candidates[i].entry != row.entry) continue;
      j.among_three = true;
      j.first = i == 0;
    }
    j.first = j.first || home;
    j.among_three = j.among_three || home;
    rows_.push_back(j);
    const bool settled = u.what != decision::clarify && u.what != decision::not_understood;
    report_.answered_right.count(settled && home);
    report_.answered_wrong.count(settled && !home);
    report_.asked_back.count(u.what == decision::clarify);
    if (settled && !home) missed("wrong", row, row.entry.str(), u);
    if (!settled)
      missed(u.what == decision::clarify ? "asked back" : "not understood", row, row.entry.str(), u);
    if (!j.first) return;
    const auto* e = content_.find(row.entry);
    const bool same = u.about == row.about ||
                      (e && answered_aspect(*e, row.about) == answered_aspect(*e, u.about)) ||
                      (e && e->kind() == content::entry_kind::contact);
    report_.aspects.count(same);
    if (!same) missed("aspect", row, std::string{content::name_of(row.about)}, u);
  }

  void missed(std::string kind, const content::golden_phrase& row, std::string expected,
              const understanding& u) {
    report_.misses.push_back({std::move(kind), row.text, std::move(expected), described(u), u.confidence});
  }

  const content::snapshot& content_;
  golden_report& report_;
  std::vector<judged> rows_;
};

// Conversations, turn by turn.
class dialogue_judge {
 public:
  dialogue_judge(const mind& with, golden_report& report) : with_{with}, report_{report} {}

  void judge(const content::golden_dialogue& d) {
    conversation state;
    state.introduced = true;
    instant now = noon;
    for (std::size_t i = 0; i < d.turns.size(); ++i) {
      const auto& expected = d.turns[i];
      now += std::chrono::minutes{1} + std::chrono::hours{expected.after_hours};
      const auto before = state;
      const auto t =
          take_turn(with_, state, {citizen_event::kind::text, expected.text}, {content::default_unit, now});
      const bool right = fits(expected, before, t);
      report_.turns.count(right);
      if (i > 0) report_.context_turns.count(right);
      if (!right) missed(d, expected, t);
      state = t.after;
    }
  }

 private:
  static bool fits(const content::golden_turn& expected, const conversation& before, const turn& t) {
    if (expected.decision != name_of(t.what)) return false;
    if (!expected.entry.empty() && t.entry != expected.entry) return false;
    if (expected.about && t.about != *expected.about) return false;
    if (expected.choose != 0 && !is_choice(expected.choose, before, t)) return false;
    return expected.also.empty() || offers(t, expected.also);
  }

  static bool is_choice(int number, const conversation& before, const turn& t) {
    if (before.offered.empty() || !t.entry) return false;
    const auto at = number < 0 ? before.offered.size() : static_cast<std::size_t>(number);
    return at <= before.offered.size() &&
           before.offered[at - 1].payload.find(":" + t.entry->str() + ":") != std::string::npos;
  }

  static bool offers(const turn& t, const content::entry_id& also) {
    for (const auto& c : t.after.offered)
      if (c.payload.find(":" + also.str() + ":") != std::string::npos) return true;
    return false;
  }

  void missed(const content::golden_dialogue& d, const content::golden_turn& expected, const turn& t) {
    std::string wanted = expected.decision + " " + expected.entry.str();
    if (expected.about) wanted += "/" + std::string{content::name_of(*expected.about)};
    if (expected.choose != 0) wanted += " choice " + std::to_string(expected.choose);
    if (!expected.also.empty()) wanted += " also " + expected.also.str();
    std::string got{name_of(t.what)};
    if (t.entry) got += " " + t.entry->str() + "/" + std::string{content::name_of(t.about)};
    report_.misses.push_back({"turn " + d.id + " " + d.kind, expected.text, wanted, got, t.confidence});
  }

  const mind& with_;
  golden_report& report_;
};

void ask(const matcher& match, const content::golden_phrase& row, phrase_judge& by) {
  const auto begin = std::chrono::steady_clock::now();
  const auto u = match.understand(row.text);
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
  by.judge(row, u, took.count());
}

void ask_after(const mind& with, const another_matter& other, std::size_t row, golden_report& report) {
  const auto& text = with.content->contents().golden[row].text;
  const auto before = other.state_before(row, noon);
  const auto t = take_turn(with, before, {citizen_event::kind::text, text}, {content::default_unit, noon});
  const bool drawn_in = t.what == decision::answer && t.entry == before.in_hand;
  report.drawn_in.count(drawn_in);
  if (drawn_in) report.misses.push_back({"drawn in", text, "outside", t.entry->str(), t.confidence});
}

void finish(const mind& with, const phrase_judge& phrases, const content::snapshot& asked,
            golden_report& report) {
  report.ranking = figures_of(phrases.rows());
  report.calibration = reliability_of(phrases.rows());
  dialogue_judge dialogues{with, report};
  for (const auto& d : asked.contents().dialogues) dialogues.judge(d);
}

}  // namespace

golden_report measure_golden(const std::shared_ptr<const content::snapshot>& content) {
  golden_report report;
  phrase_judge phrases{*content, report};
  const another_matter other{*content};
  const auto& golden = content->contents().golden;
  for (std::size_t part = 0; part < golden_parts; ++part) {
    const withheld asked{part, golden_parts};
    const mind with{content, asked};
    for (std::size_t row = 0; row < golden.size(); ++row) {
      if (!asked.holds(row)) continue;
      ask(with.match, golden[row], phrases);
      if (golden[row].expect == content::golden_outcome::outside) ask_after(with, other, row, report);
    }
  }
  finish(mind{content}, phrases, *content, report);
  return report;
}

golden_report measure_questions(const mind& with, const content::snapshot& asked) {
  golden_report report;
  phrase_judge phrases{*with.content, report};
  for (const auto& row : asked.contents().golden) ask(with.match, row, phrases);
  finish(with, phrases, asked, report);
  return report;
}

}  // namespace motcua::intents
