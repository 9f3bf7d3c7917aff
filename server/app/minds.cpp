#include "server/app/minds.hpp"

#include <algorithm>

#include "content/knowledge/load.hpp"
#include "intents/dialogue/phrase_keys.hpp"
#include "server/app/configuration.hpp"

namespace motcua::app {

loaded_mind load_mind(const std::filesystem::path& content_folder, const std::string& known) {
  content::loaded read = content::load(content_folder);
  loaded_mind made;
  made.findings = std::move(read.findings);
  if (!read.content || read.content->version() == known) return made;
  const std::vector<content::finding> missing = intents::missing_phrases(read.content->phrases());
  made.findings.insert(made.findings.end(), missing.begin(), missing.end());
  if (missing.empty()) made.mind = std::make_shared<const intents::mind>(read.content);
  return made;
}

std::shared_ptr<const intents::mind> require_mind(const std::filesystem::path& content_folder) {
  loaded_mind made = load_mind(content_folder);
  if (made.mind) return made.mind;
  const auto is_error = [](const content::finding& f) { return f.how_bad == content::severity::error; };
  const auto first = std::find_if(made.findings.begin(), made.findings.end(), is_error);
  const auto count = std::count_if(made.findings.begin(), made.findings.end(), is_error);
  const std::string what = first == made.findings.end() ? "cannot be read" : content::to_line(*first);
  throw configuration_error{"content " + content_folder.string() + ": " + what + " (" +
                            std::to_string(count) + " errors; `motcua content check` lists them)"};
}

}  // namespace motcua::app
