#include "intents/measure/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "intents/measure/logistic_regression.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t folds = 5;
constexpr double most_wrong = 0.05;
using regression = logistic_regression<signs::count>;

struct rows {
  std::vector<regression::row> of;
  std::vector<bool> in_scope;
};

void judge(const matcher& match, const content::golden_phrase& g, rows& all) {
  const auto judged = match.signs_of(g.text);
  const bool in_scope = g.expect == content::golden_outcome::entry;
  all.of.push_back({judged.of.of, in_scope && judged.first == g.entry});
  all.in_scope.push_back(in_scope);
}

rows rows_of(const std::shared_ptr<const content::snapshot>& content) {
  rows all;
  const auto& golden = content->contents().golden;
  for (std::size_t part = 0; part < golden_parts; ++part) {
    const withheld asked{part, golden_parts};
    const matcher match{content, asked};
    for (std::size_t at = 0; at < golden.size(); ++at) {
      const auto& g = golden[at];
      const bool counts =
          g.expect == content::golden_outcome::entry || g.expect == content::golden_outcome::outside;
      if (counts && asked.holds(at)) judge(match, g, all);
    }
  }
  return all;
}

// The lowest threshold, in hundredths, with at most `most_wrong` of either kind.
void choose_threshold(const rows& all, const std::vector<double>& held, calibration& c) {
  const auto share = [&](double at, bool in_scope) {
    std::size_t wrong = 0;
    std::size_t asked = 0;
    for (std::size_t i = 0; i < all.of.size(); ++i) {
      if (all.in_scope[i] != in_scope) continue;
      ++asked;
      wrong += held[i] >= at && !all.of[i].yes;
    }
    return asked == 0 ? 0 : static_cast<double>(wrong) / static_cast<double>(asked);
  };
  for (int hundredth = 30; hundredth < 100; ++hundredth) {
    c.answer_at = hundredth / 100.0;
    c.answered_wrong = share(c.answer_at, true);
    c.false_answers = share(c.answer_at, false);
    if (c.answered_wrong <= most_wrong && c.false_answers <= most_wrong) return;
  }
}

}  // namespace

calibration calibrated(const std::shared_ptr<const content::snapshot>& content) {
  const auto all = rows_of(content);
  const auto held = held_out<signs::count>(all.of, folds);
  calibration c;
  for (std::size_t i = 0; i < held.size(); ++i)
    c.log_loss -=
        std::log(std::max(all.of[i].yes ? held[i] : 1 - held[i], 1e-9)) / static_cast<double>(held.size());
  const regression fitted{all.of};
  c.intercept = fitted.intercept();
  c.weights = fitted.weights();
  choose_threshold(all, held, c);
  return c;
}

}  // namespace motcua::intents
