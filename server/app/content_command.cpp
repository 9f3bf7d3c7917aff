// `motcua content check` and `preview`: what is wrong with the content, and how an answer will look.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <tuple>

#include "content/knowledge/check.hpp"
#include "intents/dialogue/calendar.hpp"
#include "intents/match/aspects.hpp"
#include "intents/measure/audit.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/minds.hpp"
#include "server/app/named_entry.hpp"
#include "server/pipeline/clock.hpp"
#include "server/preview/preview.hpp"

namespace motcua::app {
namespace {

namespace fs = std::filesystem;
using content::finding;
using nlohmann::json;

// The content folder that a file stands in: links can only be checked against all of it.
fs::path folder_around(const fs::path& file) {
  for (fs::path at = fs::absolute(file).parent_path(); at != at.root_path(); at = at.parent_path())
    if (fs::is_directory(at / "units") && fs::is_directory(at / "phrases")) return at;
  throw configuration_error{file.string() +
                            " stands in no content folder; put it into one, or name the folder"};
}

// What is known only once the content has been learnt and answered from, and what time has brought.
void add_findings_of_use(const intents::mind& with, std::vector<finding>& findings) {
  const auto now = pipeline::system_clock()();
  const auto append = [&](std::vector<finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
  };
  append(content::check_dates(with.content->contents(), intents::day_in_vietnam(now)));
  append(intents::audit(with));
  append(preview::check_rendering(with, now));
  std::ranges::stable_sort(findings, {}, [](const finding& f) { return std::tie(f.path, f.line); });
}

json to_json(const finding& f) {
  return {{"severity", f.how_bad == content::severity::error ? "error" : "warning"},
          {"path", f.path},
          {"line", f.line},
          {"field", f.field},
          {"message", f.message}};
}

void print_json(const std::vector<finding>& findings, const loaded_mind& made, std::ostream& out) {
  json all = json::array();
  for (const auto& f : findings) all.push_back(to_json(f));
  json report{{"findings", std::move(all)}, {"ok", !content::any_error(findings)}};
  if (made.mind) {
    report["entries"] = made.mind->content->entries().size();
    report["version"] = made.mind->content->version();
  }
  out << report.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

}  // namespace

int check_content(const fs::path& content, bool as_json, std::ostream& out) {
  const bool one_file = fs::is_regular_file(content);
  const fs::path folder = one_file ? folder_around(content) : content;
  loaded_mind made = load_mind(folder, {}, intents::all_golden);
  if (made.mind) add_findings_of_use(*made.mind, made.findings);
  if (one_file) {
    const std::string path = fs::absolute(content).lexically_relative(folder).string();
    std::erase_if(made.findings, [&](const finding& f) { return f.path != path; });
  }
  const bool failed = content::any_error(made.findings);
  if (as_json) {
    print_json(made.findings, made, out);
    return failed ? 1 : 0;
  }
  for (const finding& f : made.findings) out << content::to_line(f) << '\n';
  if (failed) return 1;
  if (one_file)
    out << content.string() << ": no errors\n";
  else
    out << made.mind->content->entries().size() << " entries, version " << made.mind->content->version()
        << ": no errors, " << made.findings.size() << " warnings\n";
  return 0;
}

int preview_content(const fs::path& content, const preview_options& wanted, std::ostream& out) {
  const auto mind = require_mind(content);
  const content::unit_id unit{wanted.unit};
  const auto& e = entry_named(*mind->content, unit, wanted.entry);
  auto now = pipeline::system_clock()();
  if (!wanted.day.empty()) {
    const auto day = content::parse_date(wanted.day);
    if (!day) throw configuration_error{wanted.day + " is not a day: write 2027-03-01"};
    now = std::chrono::sys_days{*day} + std::chrono::hours{5};  // noon in Việt Nam
  }
  for (const auto about : content::all_aspects) {
    if (!wanted.about.empty() && content::name_of(about) != wanted.about) continue;
    if (wanted.about.empty() && intents::answered_aspect(e, about) != about) continue;
    for (const auto on : preview::all_channels) {
      if (!wanted.channel.empty() && preview::name_of(on) != wanted.channel) continue;
      out << "== " << e.id.str() << ", " << content::name_of(about) << ", " << preview::name_of(on) << '\n';
      for (const auto& message : preview::shown(*mind, {unit, now}, e, about, on)) {
        out << message.text << '\n';
        for (const auto& button : message.buttons) out << "  [" << button << "]\n";
        out << "--\n";
      }
    }
  }
  return 0;
}

}  // namespace motcua::app
