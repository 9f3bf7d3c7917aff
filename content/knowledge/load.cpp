#include "content/knowledge/load.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "content/knowledge/check.hpp"
#include "content/knowledge/layers.hpp"
#include "content/knowledge/read_catalogue.hpp"
#include "content/knowledge/read_entry.hpp"
#include "content/knowledge/read_rows.hpp"
#include "content/knowledge/rooms.hpp"
#include "content/knowledge/text_form.hpp"

namespace motcua::content {
namespace {

// Builds a library file by file, and remembers what the checker cannot know: the line of every field.
class librarian {
 public:
  void take(const std::string& path, std::string_view text) {
    file_report report{path, findings_};
    if (room_of(path) == room::none && !unit_of(path).empty())
      report.error(
          0, "",
          "is nothing of a unit's: its folder holds changes.yaml, procedures/, guides/, faqs/, contacts/");
    if (room_of(path) == room::none || stem_of(path).empty()) return;
    if (path.ends_with(".yml")) report.warning(0, "", "is passed over: rename it to .yaml");
    if (!path.ends_with(".yaml")) return;
    if (const auto root = parse(text, report)) {
      lines_.emplace(path, lines_of(*root));
      keep(*root, report);
    } else {
      unreadable_.insert(path);
      keep_place(path);
    }
  }

  loaded finish() {
    contents_.phrases = phrasebook{std::move(texts_)};
    contents_.views = layered(contents_.units, sheets_, trees_, findings_);
    const auto known = fields_with_errors();
    for (auto& f : check(contents_)) {
      if (!unreadable_.contains(f.path) && !follows(f, known)) findings_.push_back(located(std::move(f)));
    }
    std::ranges::stable_sort(findings_, {}, [](const finding& f) { return std::tie(f.path, f.line); });
    loaded out{nullptr, std::move(findings_)};
    if (!any_error(out.findings)) out.content = std::make_shared<const snapshot>(std::move(contents_));
    return out;
  }

 private:
  static std::optional<yaml_node> parse(std::string_view text, file_report& report) {
    if (text.size() > most_file_bytes) {
      report.error(0, "", "is larger than 1 MB: split it");
      return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // the mark some editors put before UTF-8
    if (!check_form(text, report)) return std::nullopt;
    return parse_yaml(text, report);
  }

  void keep(const yaml_node& root, file_report& report) {
    const auto append = [](auto& to, auto&& rows) { std::ranges::move(rows, std::back_inserter(to)); };
    switch (room_of(report.path())) {
      case room::catalogue:
        append(contents_.entries, read_catalogue(root, report));
        break;
      case room::units:
        contents_.units.push_back(read_unit(root, report));
        break;
      case room::changes:
        if (expect_shape({root, "", report}, yaml_node::shape::map))
          sheets_.push_back({unit_id{std::string{unit_of(report.path())}}, report.path(), root});
        break;
      case room::lexicon:
        append(contents_.words.rewrites, read_rewrites(root, report));
        break;
      case room::phrases:
        read_phrases(root, report, texts_, phrase_places_);
        break;
      case room::golden:
        append(contents_.golden, read_golden(root, report));
        break;
      case room::dialogues:
        append(contents_.dialogues, read_dialogues(root, report));
        break;
      case room::aspects:
        append(contents_.aspects, read_aspect_phrases(root, report));
        break;
      case room::outside:
        append(contents_.outside, read_outside(root, report));
        break;
      default:
        contents_.entries.push_back(read_entry(root, report));
        if (const auto& e = contents_.entries.back(); !e.only_of)
          trees_.emplace(e.id, parsed_entry{e.path, root});
    }
  }

  // Holds the place of a file that cannot be read, so that links to it are not called broken as well.
  void keep_place(const std::string& path) {
    switch (room_of(path)) {
      case room::units:
        contents_.units.push_back(blank_unit(path));
        break;
      case room::changes:
      case room::catalogue:
      case room::lexicon:
      case room::phrases:
      case room::aspects:
      case room::outside:
      case room::golden:
      case room::dialogues:
        break;
      default:
        contents_.entries.push_back(blank_entry(path));
    }
  }

  using fields = std::set<std::pair<std::string, std::string>>;  // path and field

  fields fields_with_errors() const {
    fields known;
    for (const auto& f : findings_) {
      if (f.how_bad == severity::error && !f.field.empty()) known.emplace(f.path, f.field);
    }
    return known;
  }

  // A field that could not be read is empty for the checker, which then complains of the same thing again.
  static bool follows(const finding& f, const fields& known) {
    for (auto field = f.field; !field.empty(); field = around(field)) {
      if (known.contains({f.path, field})) return true;
    }
    return false;
  }

  static std::string around(const std::string& field) {  // "fee[1].amount": "fee[1]"
    const auto end = field.find_last_of(".[");
    return end == std::string::npos ? std::string{} : field.substr(0, end);
  }

  // With the line of its field, or of the nearest field around it that is in the file.
  finding located(finding f) const {
    const auto file = lines_.find(f.path);
    if (file == lines_.end()) return f;
    for (auto field = f.field; !field.empty(); field = around(field)) {
      if (const auto at = file->second.find(field); at != file->second.end()) {
        f.line = at->second;
        return f;
      }
    }
    return f;
  }

  library contents_;
  std::vector<change_sheet> sheets_;
  entry_trees trees_;
  phrase_texts texts_;
  phrase_places phrase_places_;
  std::map<std::string, std::map<std::string, int>> lines_;
  std::set<std::string> unreadable_;
  std::vector<finding> findings_;
};

}  // namespace

loaded load_files(file_texts files) {
  std::ranges::stable_sort(files, {}, &std::pair<std::string, std::string>::first);
  librarian shelves;
  for (const auto& [path, text] : files) shelves.take(path, text);
  return shelves.finish();
}

}  // namespace motcua::content
