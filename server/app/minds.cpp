#include "server/app/minds.hpp"

#include <algorithm>

#include "content/knowledge/load.hpp"
#include "intents/dialogue/phrase_keys.hpp"
#include "server/app/configuration.hpp"

namespace motcua::app {

namespace {

// The content is null if any finding is an error.
content::loaded read_content(const std::filesystem::path& folder) {
  content::loaded read = content::load(folder);
  if (!read.content) return read;
  const auto missing = intents::missing_phrases(read.content->phrases());
  read.findings.insert(read.findings.end(), missing.begin(), missing.end());
  if (!missing.empty()) read.content.reset();
  return read;
}

}  // namespace

loaded_mind load_mind(const std::filesystem::path& content_folder, const std::string& known,
                      intents::withheld kept_back) {
  content::loaded read = read_content(content_folder);
  loaded_mind made{nullptr, std::move(read.findings)};
  if (read.content && read.content->version() != known)
    made.mind = std::make_shared<const intents::mind>(read.content, kept_back);
  return made;
}

std::shared_ptr<const content::snapshot> require_content(const std::filesystem::path& content_folder) {
  const content::loaded read = read_content(content_folder);
  if (read.content) return read.content;
  const auto is_error = [](const content::finding& f) { return f.how_bad == content::severity::error; };
  const auto first = std::find_if(read.findings.begin(), read.findings.end(), is_error);
  const auto count = std::count_if(read.findings.begin(), read.findings.end(), is_error);
  const std::string what = first == read.findings.end() ? "cannot be read" : content::to_line(*first);
  throw configuration_error{"content " + content_folder.string() + ": " + what + " (" +
                            std::to_string(count) + " errors; `motcua content check` lists them)"};
}

std::shared_ptr<const intents::mind> require_mind(const std::filesystem::path& content_folder) {
  return std::make_shared<const intents::mind>(require_content(content_folder));
}

}  // namespace motcua::app
