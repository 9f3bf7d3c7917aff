// From the content folder to a mind, with every finding told.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::app {

struct loaded_mind {
  std::shared_ptr<const intents::mind> mind;  // null if any finding is an error
  std::vector<content::finding> findings;
};

// Reads, checks and trains. Blocks for up to a few seconds: not for an io thread. What has the version
// `known` is read and checked, and not trained again: the mind is null then.
loaded_mind load_mind(const std::filesystem::path& content_folder, const std::string& known = {},
                      intents::withheld kept_back = intents::no_golden);

// The same for a start: throws configuration_error with the first error and how many more there are.
std::shared_ptr<const intents::mind> require_mind(const std::filesystem::path& content_folder);

// Reads and checks, and trains nothing; throws as require_mind() does.
std::shared_ptr<const content::snapshot> require_content(const std::filesystem::path& content_folder);

}  // namespace motcua::app
