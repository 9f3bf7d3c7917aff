#include "intents/measure/figures.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::intents {
namespace {

double per_cent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

class tally {
 public:
  void add(const judged& row) {
    ++rows_;
    first_ += row.first;
    three_ += row.among_three;
  }
  hits result() const { return {rows_, per_cent(first_, rows_), per_cent(three_, rows_)}; }

 private:
  std::size_t rows_ = 0;
  std::size_t first_ = 0;
  std::size_t three_ = 0;
};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

// The probability that one in scope is surer than one out of scope; ties count half (Mann-Whitney).
double area_under_curve(const std::vector<double>& in, std::vector<double> out) {
  std::sort(out.begin(), out.end());
  double wins = 0;
  for (const double c : in) {
    const auto below = std::lower_bound(out.begin(), out.end(), c);
    const auto ties = std::upper_bound(below, out.end(), c) - below;
    wins += static_cast<double>(below - out.begin()) + 0.5 * static_cast<double>(ties);
  }
  return wins / (static_cast<double>(in.size()) * static_cast<double>(out.size()));
}

double false_positives_at_95(const std::vector<double>& in, const std::vector<double>& out) {
  const double threshold = quantile(in, 0.05);
  const auto over = std::count_if(out.begin(), out.end(), [&](double c) { return c >= threshold; });
  return per_cent(static_cast<std::size_t>(over), out.size());
}

}  // namespace

figures figures_of(std::span<const judged> rows) {
  figures f;
  tally all;
  std::map<std::string, tally> styles;
  std::vector<double> in;
  std::vector<double> out;
  std::vector<double> times;
  for (const auto& row : rows) {
    times.push_back(row.microseconds);
    (row.in_scope ? in : out).push_back(row.confidence);
    if (!row.in_scope) continue;
    all.add(row);
    if (!row.style.empty()) styles[row.style].add(row);
  }
  f.all = all.result();
  for (const auto& [style, t] : styles) f.by_style[style] = t.result();
  if (!in.empty() && !out.empty()) {
    f.auroc = area_under_curve(in, out);
    f.fpr_at_95_tpr = false_positives_at_95(in, out);
  }
  f.p50_microseconds = quantile(times, 0.5);
  f.p99_microseconds = quantile(times, 0.99);
  return f;
}

std::vector<reliability> reliability_of(std::span<const judged> rows) {
  std::vector<reliability> bins(10);
  for (std::size_t i = 0; i < bins.size(); ++i) bins[i].from = static_cast<double>(i) / 10;
  for (const auto& row : rows) {
    auto& bin = bins[std::min<std::size_t>(static_cast<std::size_t>(row.confidence * 10), 9)];
    ++bin.rows;
    bin.confidence += row.confidence;
    bin.right += row.in_scope && row.first ? 1 : 0;
  }
  for (auto& bin : bins) {
    if (bin.rows == 0) continue;
    bin.confidence /= static_cast<double>(bin.rows);
    bin.right /= static_cast<double>(bin.rows);
  }
  return bins;
}

}  // namespace motcua::intents
