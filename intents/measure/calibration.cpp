#include "intents/measure/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace motcua::intents {
namespace {

constexpr std::size_t folds = 5;
constexpr double most_wrong = 0.05;
constexpr double ridge = 0.1;
constexpr int steps = 25;
constexpr std::size_t size = signs::count + 1;  // the intercept first

using vector = std::array<double, size>;
using matrix = std::array<vector, size>;

struct row {
  vector x{};
  bool right = false;
  bool in_scope = false;
};

double probability(const vector& weights, const vector& x) {
  double sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += weights[i] * x[i];
  return 1 / (1 + std::exp(-sum));
}

// Gauss with the largest pivot; the ridge keeps the matrix regular.
vector solved(matrix a, vector b) {
  for (std::size_t k = 0; k < size; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < size; ++i)
      if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
    std::swap(a[k], a[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < size; ++i) {
      const double by = a[i][k] / a[k][k];
      for (std::size_t j = k; j < size; ++j) a[i][j] -= by * a[k][j];
      b[i] -= by * b[k];
    }
  }
  for (std::size_t k = size; k-- > 0;) {
    for (std::size_t j = k + 1; j < size; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

// Newton's method.
vector fitted(const std::vector<row>& rows) {
  vector weights{};
  for (int step = 0; step < steps; ++step) {
    matrix curvature{};
    vector slope{};
    for (std::size_t i = 0; i < size; ++i) {
      curvature[i][i] = ridge;
      slope[i] = -ridge * weights[i];
    }
    for (const auto& r : rows) {
      const double p = probability(weights, r.x);
      for (std::size_t i = 0; i < size; ++i) {
        slope[i] += ((r.right ? 1 : 0) - p) * r.x[i];
        for (std::size_t j = 0; j < size; ++j) curvature[i][j] += p * (1 - p) * r.x[i] * r.x[j];
      }
    }
    const auto change = solved(curvature, slope);
    for (std::size_t i = 0; i < size; ++i) weights[i] += change[i];
  }
  return weights;
}

row judged_by(const matcher& match, const content::golden_phrase& g) {
  const auto judged = match.signs_of(g.text);
  row r;
  r.x[0] = 1;
  std::copy(judged.of.of.begin(), judged.of.of.end(), r.x.begin() + 1);
  r.in_scope = g.expect == content::golden_outcome::entry;
  r.right = r.in_scope && judged.first == g.entry;
  return r;
}

std::vector<row> rows_of(const std::shared_ptr<const content::snapshot>& content) {
  std::vector<row> rows;
  const auto& golden = content->contents().golden;
  for (std::size_t part = 0; part < golden_parts; ++part) {
    const withheld asked{part, golden_parts};
    const matcher match{content, asked};
    for (std::size_t at = 0; at < golden.size(); ++at) {
      const auto& g = golden[at];
      const bool counts =
          g.expect == content::golden_outcome::entry || g.expect == content::golden_outcome::outside;
      if (counts && asked.holds(at)) rows.push_back(judged_by(match, g));
    }
  }
  return rows;
}

// The lowest threshold, in hundredths, with at most `most_wrong` of either kind.
void choose_threshold(const std::vector<row>& rows, const std::vector<double>& held, calibration& c) {
  const auto share = [&](double at, bool in_scope) {
    std::size_t wrong = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].in_scope != in_scope) continue;
      ++all;
      wrong += held[i] >= at && !rows[i].right;
    }
    return all == 0 ? 0 : static_cast<double>(wrong) / static_cast<double>(all);
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
  const auto rows = rows_of(content);
  std::vector<double> held(rows.size());
  calibration c;
  for (std::size_t f = 0; f < folds; ++f) {
    std::vector<row> learnt;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (i % folds != f) learnt.push_back(rows[i]);
    const auto weights = fitted(learnt);
    for (std::size_t i = f; i < rows.size(); i += folds) held[i] = probability(weights, rows[i].x);
  }
  for (std::size_t i = 0; i < rows.size(); ++i)
    c.log_loss -=
        std::log(std::max(rows[i].right ? held[i] : 1 - held[i], 1e-9)) / static_cast<double>(rows.size());
  const auto weights = fitted(rows);
  c.intercept = weights[0];
  std::copy(weights.begin() + 1, weights.end(), c.weights.begin());
  choose_threshold(rows, held, c);
  return c;
}

}  // namespace motcua::intents
