#include "intents/measure/belonging_calibration.hpp"

#include "intents/dialogue/circumstance.hpp"
#include "intents/dialogue/turn.hpp"
#include "intents/measure/another_matter.hpp"
#include "intents/measure/logistic_regression.hpp"

namespace motcua::intents {
namespace {

using regression = logistic_regression<belonging_signs::count>;

constexpr std::size_t folds = 5;
constexpr double most_drawn_in = 0.05;
constexpr instant noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{5};

class collector {
 public:
  void add(const mind& with, const content::entry_id& held, const std::string& text, bool belongs) {
    const auto how = bearing_of(text);
    if (!may_belong(with.match.understand(text), how)) return;
    auto signs = with.match.bearing_on(text, held);
    signs.of.back() = how.circumstance;
    rows.push_back({signs.of, belongs});
  }

  void add(const mind& with, const content::golden_dialogue& d) {
    conversation state;
    state.introduced = true;
    instant now = noon;
    for (const auto& t : d.turns) {
      now += std::chrono::minutes{1} + std::chrono::hours{t.after_hours};
      const bool stays =
          state.in_hand && t.decision == name_of(decision::answer) && t.entry == *state.in_hand;
      if (stays && t.after_hours == 0) add(with, *state.in_hand, t.text, true);
      state = take_turn(with, state, {citizen_event::kind::text, t.text}, {content::default_unit, now}).after;
    }
  }

  std::vector<regression::row> rows;
};

bool is_another(const content::golden_phrase& g) {
  return g.expect == content::golden_outcome::entry || g.expect == content::golden_outcome::outside;
}

}  // namespace

belonging_calibration calibrated_belonging(const std::shared_ptr<const content::snapshot>& content) {
  collector all;
  {
    const mind serving{content};
    for (const auto& d : content->contents().dialogues) all.add(serving, d);
  }
  const another_matter other{*content};
  const auto& golden = content->contents().golden;
  for (std::size_t part = 0; part < golden_parts; ++part) {
    const withheld asked{part, golden_parts};
    const mind with{content, asked};
    for (std::size_t row = 0; row < golden.size(); ++row)
      if (asked.holds(row) && is_another(golden[row]))
        all.add(with, other.before(row).id, golden[row].text, false);
  }
  belonging_calibration c;
  const auto held = held_out<belonging_signs::count>(all.rows, folds);
  const auto share = [&](bool belongs) {
    double over = 0;
    double of = 0;
    for (std::size_t i = 0; i < held.size(); ++i) {
      if (all.rows[i].yes != belongs) continue;
      of += 1;
      over += held[i] >= c.from;
    }
    return of == 0 ? 0 : over / of;
  };
  do {
    c.from += 0.01;
    c.drawn_in = share(false);
  } while (c.drawn_in > most_drawn_in && c.from < 1);
  c.kept = share(true);
  const regression fitted{all.rows};
  c.intercept = fitted.intercept();
  c.weights = fitted.weights();
  return c;
}

}  // namespace motcua::intents
