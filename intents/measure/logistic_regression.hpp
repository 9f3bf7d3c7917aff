// Logistic regression with a little ridge, by Newton's method: for a few signs and a few thousand rows.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace motcua::intents {

template <std::size_t Signs>
class logistic_regression {
 public:
  struct row {
    std::array<double, Signs> of{};
    bool yes = false;
  };

  logistic_regression() = default;
  explicit logistic_regression(const std::vector<row>& rows) {
    for (int step = 0; step < steps; ++step) improve(rows);
  }

  double probability(const std::array<double, Signs>& signs) const {
    double sum = weights_[0];
    for (std::size_t i = 0; i < Signs; ++i) sum += weights_[i + 1] * signs[i];
    return 1 / (1 + std::exp(-sum));
  }

  double intercept() const { return weights_[0]; }
  std::array<double, Signs> weights() const {
    std::array<double, Signs> of{};
    std::copy(weights_.begin() + 1, weights_.end(), of.begin());
    return of;
  }

 private:
  static constexpr double ridge = 0.1;
  static constexpr int steps = 25;
  static constexpr std::size_t size = Signs + 1;  // the intercept first
  using vector = std::array<double, size>;
  using matrix = std::array<vector, size>;

  void improve(const std::vector<row>& rows) {
    matrix curvature{};
    vector slope{};
    for (std::size_t i = 0; i < size; ++i) {
      curvature[i][i] = ridge;
      slope[i] = -ridge * weights_[i];
    }
    for (const auto& r : rows) {
      const double p = probability(r.of);
      const auto x = [&](std::size_t i) { return i == 0 ? 1 : r.of[i - 1]; };
      for (std::size_t i = 0; i < size; ++i) {
        slope[i] += ((r.yes ? 1 : 0) - p) * x(i);
        for (std::size_t j = 0; j < size; ++j) curvature[i][j] += p * (1 - p) * x(i) * x(j);
      }
    }
    const auto change = solved(curvature, slope);
    for (std::size_t i = 0; i < size; ++i) weights_[i] += change[i];
  }

  // Gauss with the largest pivot; the ridge keeps the matrix regular.
  static vector solved(matrix a, vector b) {
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

  vector weights_{};
};

// Each row's probability by a regression that has not seen it.
template <std::size_t Signs>
std::vector<double> held_out(const std::vector<typename logistic_regression<Signs>::row>& rows,
                             std::size_t folds) {
  std::vector<double> out(rows.size());
  for (std::size_t f = 0; f < folds; ++f) {
    std::vector<typename logistic_regression<Signs>::row> learnt;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (i % folds != f) learnt.push_back(rows[i]);
    const logistic_regression<Signs> fitted{learnt};
    for (std::size_t i = f; i < rows.size(); i += folds) out[i] = fitted.probability(rows[i].of);
  }
  return out;
}

}  // namespace motcua::intents
