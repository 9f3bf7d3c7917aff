// Tells when the content folder has changed and come to rest, by the sizes and times of its files: what
// editors, copies and network folders all leave behind. Blocks on the disk: not for an io thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace motcua::app {

class content_watch {
 public:
  // What stands there now counts as loaded.
  explicit content_watch(std::filesystem::path folder);

  // True once for every change: at the first look that finds the folder as the look before found it, so that
  // a copy of many files is not read half-way.
  bool settled_anew();

 private:
  std::uint64_t fingerprint() const;

  std::filesystem::path folder_;
  std::uint64_t loaded_;
  std::uint64_t last_;
};

}  // namespace motcua::app
