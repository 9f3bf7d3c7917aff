// What is wrong in a content file: where it stands and what to do, one line each.
#pragma once

#include <string>
#include <vector>

namespace motcua::content {

enum class severity { warning, error };

struct finding {
  severity how_bad = severity::error;
  std::string path;     // relative to the content folder
  int line = 0;         // 1-based; 0 where the whole file is meant
  std::string field;    // "asked_as", "fee[1].amount" (items count from 1); empty where no field is meant
  std::string message;  // what is wrong and what to do
};

std::string to_line(const finding& f);  // "procedures/ho-tich/khai-sinh.yaml:12: error: fee[1].amount: ..."
bool any_error(const std::vector<finding>& findings) noexcept;

}  // namespace motcua::content
