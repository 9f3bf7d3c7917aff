// Where the readers of one file put what they find wrong in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "content/knowledge/finding.hpp"

namespace motcua::content {

class file_report {
 public:
  file_report(std::string path, std::vector<finding>& findings)
      : path_{std::move(path)}, findings_{findings} {}

  const std::string& path() const noexcept { return path_; }
  void error(int line, std::string field, std::string message) {
    findings_.push_back({severity::error, path_, line, std::move(field), std::move(message)});
  }
  void warning(int line, std::string field, std::string message) {
    findings_.push_back({severity::warning, path_, line, std::move(field), std::move(message)});
  }

 private:
  std::string path_;
  std::vector<finding>& findings_;
};

}  // namespace motcua::content
