#include "intents/measure/labelled_set.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "intents/learn/lanes.hpp"
#include "intents/learn/tuning.hpp"
#include "intents/match/confidence.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::size_t most_ranked = 5;
constexpr double affordable = 110'000;  // lessons times blocks of labels: about two seconds of training
constexpr double fewest_slips = 0.34;
constexpr double most_slips = 3;

double seconds_since(clock::time_point begin) {
  return std::chrono::duration<double>(clock::now() - begin).count();
}

struct learnt_set {
  topics all;
  std::map<std::string, std::uint32_t> labels;
};

learnt_set texts_of(const std::vector<labelled_row>& rows) {
  learnt_set set;
  for (const auto& row : rows) {
    const auto next = static_cast<std::uint32_t>(set.labels.size());
    const auto [label, fresh] = set.labels.try_emplace(row.label, next);
    if (fresh) set.all.entry_of.emplace_back(next);
    set.all.texts.push_back({normalise(clean(row.text)), {}, label->second, 1, true});
  }
  set.all.well_spelt = set.all.texts.size();
  return set;
}

// A small set can afford more mangled copies of each phrase.
double slips_for(std::size_t texts, std::size_t labels) {
  const auto blocks = static_cast<double>((labels + lanes - 1) / lanes);
  const double copies = affordable / blocks / static_cast<double>(texts + 1) - 1;
  return std::clamp(copies, fewest_slips, most_slips);
}

judged judge(const labelled_row& row, const learnt_set& set, const topic_model& model, const reader& read) {
  const auto begin = clock::now();
  const auto words = read.read(clean(row.text));
  const auto ranked = model.rank(words, most_ranked);
  const auto entries = likely_entries(ranked, set.all, words.size());
  judged j{row.label != out_of_scope, false, false, 0, row.style, 1e6 * seconds_since(begin)};
  const auto label = set.labels.find(row.label);
  for (std::size_t i = 0; i < entries.size() && i < 3; ++i) {
    if (label == set.labels.end() || entries[i].label != label->second) continue;
    j.among_three = true;
    j.first = i == 0;
  }
  if (!entries.empty()) j.confidence = entries.front().confidence;
  return j;
}

}  // namespace

measured_set measure_labelled_set(const std::vector<labelled_row>& train,
                                  const std::vector<labelled_row>& test, const content::lexicon& words) {
  measured_set m;
  auto begin = clock::now();
  auto set = texts_of(train);
  const auto read = read_all(set.all, words);
  const double reading = seconds_since(begin);
  begin = clock::now();
  m.chosen = tuned(set.all.texts, set.all.labels(), read);
  m.chosen.slips = slips_for(set.all.texts.size(), set.all.labels());
  m.tuning_seconds = seconds_since(begin);
  begin = clock::now();
  const topic_model model{set.all.texts, set.all.labels(), read, m.chosen};
  m.train_seconds = reading + seconds_since(begin);
  std::vector<judged> rows;
  for (const auto& row : test) rows.push_back(judge(row, set, model, read));
  m.found = figures_of(rows);
  return m;
}

}  // namespace motcua::intents
