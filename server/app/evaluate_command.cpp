// `motcua evaluate`: how good the matcher is, on any labelled set or on the golden set.
#include <fstream>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "content/knowledge/load.hpp"
#include "intents/measure/belonging_calibration.hpp"
#include "intents/measure/calibration.hpp"
#include "intents/measure/golden.hpp"
#include "intents/measure/labelled_set.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/json_lines.hpp"
#include "server/app/memory_use.hpp"
#include "server/app/minds.hpp"

namespace motcua::app {
namespace {

using nlohmann::json;

constexpr int most_lines = 1'000'000;

std::vector<intents::labelled_row> rows_in(const std::filesystem::path& file) {
  std::ifstream in{file};
  if (!in) throw configuration_error{file.string() + " cannot be read: name a file of JSON lines"};
  std::vector<intents::labelled_row> rows;
  std::string line;
  for (int number = 1; std::getline(in, line) && number <= most_lines; ++number) {
    if (line.empty()) continue;
    const json row = json::parse(line, nullptr, false);
    const auto text = [&](const char* name) -> std::string {
      const auto at = row.is_object() ? row.find(name) : row.end();
      return row.is_object() && at != row.end() && at->is_string() ? at->get<std::string>() : std::string{};
    };
    if (text("text").empty() || text("label").empty()) {
      throw configuration_error{file.string() + ":" + std::to_string(number) +
                                R"(: write one {"text","label"} a line)"};
    }
    rows.push_back({text("text"), text("label"), text("style")});
  }
  return rows;
}

json to_json(const intents::hits& h) {
  return {{"rows", h.rows}, {"top1", h.top1}, {"top3", h.top3}};
}

json to_json(const intents::figures& f) {
  json styles = json::object();
  for (const auto& [style, h] : f.by_style) styles[style] = to_json(h);
  return {{"rows", f.all.rows},
          {"top1", f.all.top1},
          {"top3", f.all.top3},
          {"auroc", f.auroc ? json(*f.auroc) : json(nullptr)},
          {"fpr_at_95_tpr", f.fpr_at_95_tpr ? json(*f.fpr_at_95_tpr) : json(nullptr)},
          {"p50_us", f.p50_microseconds},
          {"p99_us", f.p99_microseconds},
          {"styles", std::move(styles)}};
}

json to_json(const intents::golden_report& r) {
  const auto per_cent = [](const intents::share& s) {
    return json{{"per_cent", s.per_cent()}, {"of", s.whole}};
  };
  json bins = json::array();
  for (const auto& b : r.calibration)
    bins.push_back({{"from", b.from}, {"rows", b.rows}, {"confidence", b.confidence}, {"right", b.right}});
  json misses = json::array();
  for (const auto& m : r.misses) {
    misses.push_back({{"kind", m.kind},
                      {"text", m.text},
                      {"expected", m.expected},
                      {"got", m.got},
                      {"confidence", m.confidence}});
  }
  return {{"ranking", to_json(r.ranking)},
          {"answered_right", per_cent(r.answered_right)},
          {"answered_wrong", per_cent(r.answered_wrong)},
          {"asked_back", per_cent(r.asked_back)},
          {"false_answers", per_cent(r.false_answers)},
          {"aspects", per_cent(r.aspects)},
          {"emergencies", per_cent(r.emergencies)},
          {"false_alarms", per_cent(r.false_alarms)},
          {"requests", per_cent(r.requests)},
          {"turns", per_cent(r.turns)},
          {"context_turns", per_cent(r.context_turns)},
          {"drawn_in", per_cent(r.drawn_in)},
          {"calibration", std::move(bins)},
          {"misses", std::move(misses)}};
}

// "top1 88.2", one figure a line; nested ones with their path.
void print_lines(const json& value, const std::string& name, std::ostream& out) {
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) {
      if (key != "misses") print_lines(inner, name.empty() ? key : name + "." + key, out);
    }
  } else if (value.is_array()) {
    for (const auto& one : value) out << name << ' ' << one.dump() << '\n';
  } else {
    out << name << ' ' << value.dump() << '\n';
  }
}

// The content with other questions in place of its golden ones: they are checked like those.
std::shared_ptr<const content::snapshot> questions_in(const std::filesystem::path& folder,
                                                      const std::filesystem::path& around) {
  constexpr std::string_view room = "golden/";
  std::vector<content::finding> findings;
  auto files = content::read_files(around, findings);
  std::erase_if(files, [&](const auto& file) { return file.first.starts_with(room); });
  if (!std::filesystem::is_directory(folder))
    throw configuration_error{folder.string() + " is no folder of questions"};
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    std::ifstream in{file.path(), std::ios::binary};
    files.emplace_back(std::string{room} + file.path().filename().string(),
                       std::string{std::istreambuf_iterator<char>{in}, {}});
  }
  const auto read = content::load_files(std::move(files));
  if (read.content) return read.content;
  for (const auto& f : read.findings)
    if (f.how_bad == content::severity::error) throw configuration_error{content::to_line(f)};
  throw configuration_error{folder.string() + " cannot be read"};
}

int print(const json& result, bool as_json, std::ostream& out) {
  if (as_json)
    out << result.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  else
    print_lines(result, "", out);
  return 0;
}

}  // namespace

int evaluate_set(const std::filesystem::path& content, const std::filesystem::path& train,
                 const std::filesystem::path& test, bool as_json, std::ostream& out) {
  const auto mind = content::load(content);
  const auto measured = intents::measure_labelled_set(
      rows_in(train), rows_in(test), mind.content ? mind.content->words() : content::lexicon{});
  json result = to_json(measured.found);
  result["train_seconds"] = measured.train_seconds;
  result["tuning_seconds"] = measured.tuning_seconds;
  result["chosen"] = {{"cost", measured.chosen.cost}, {"slips", measured.chosen.slips}};
  result["peak_mb"] = peak_megabytes();
  return print(result, as_json, out);
}

int fit_confidence(const std::filesystem::path& content, bool as_json, std::ostream& out) {
  const auto read = require_content(content);
  const auto c = intents::calibrated(read);
  const auto b = intents::calibrated_belonging(read);
  return print({{"intercept", c.intercept},
                {"weights", c.weights},
                {"answer_at", c.answer_at},
                {"answered_wrong", 100 * c.answered_wrong},
                {"false_answers", 100 * c.false_answers},
                {"log_loss", c.log_loss},
                {"belonging",
                 {{"intercept", b.intercept},
                  {"weights", b.weights},
                  {"from", b.from},
                  {"kept", 100 * b.kept},
                  {"drawn_in", 100 * b.drawn_in}}}},
               as_json, out);
}

int evaluate_golden(const std::filesystem::path& content, const std::filesystem::path& questions,
                    bool as_json, std::ostream& out) {
  const auto own = require_content(content);
  json result = to_json(
      questions.empty() ? intents::measure_golden(own)
                        : intents::measure_questions(intents::mind{own}, *questions_in(questions, content)));
  result["peak_mb"] = peak_megabytes();
  return print(result, as_json, out);
}

}  // namespace motcua::app
