// From a content folder to a checked snapshot.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "content/knowledge/finding.hpp"
#include "content/knowledge/snapshot.hpp"

namespace motcua::content {

using file_texts = std::vector<std::pair<std::string, std::string>>;  // path in the folder, text

struct loaded {
  std::shared_ptr<const snapshot> content;  // null if any finding is an error
  std::vector<finding> findings;            // in order of path and line
};

// Reads every *.yaml under procedures/, guides/, faqs/, contacts/, smalltalk/, catalogue/, units/, lexicon/,
// phrases/ and golden/, checks all of it, and reports every finding rather than the first. Links and hidden
// files are passed over. Blocks on the disk: not for an io thread.
loaded load(const std::filesystem::path& folder);

// The same of files in memory: (path relative to the content folder, text). Pure; never throws for what a
// file holds.
loaded load_files(file_texts files);

// The files that `load` reads, as they stand; a file that cannot be read is a finding. Blocks on the disk.
file_texts read_files(const std::filesystem::path& folder, std::vector<finding>& findings);

// The largest file that is read; a longer one is an error.
inline constexpr std::size_t most_file_bytes = 1024 * 1024;

}  // namespace motcua::content
