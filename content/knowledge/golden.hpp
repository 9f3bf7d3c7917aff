// Golden phrases: what citizens really wrote, and the entry and aspect that each must reach. Read from
// golden/*.yaml.
#pragma once

#include <string>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::content {

struct golden_phrase {
  std::string text;
  entry_id entry;
  aspect about = aspect::overview;
  std::string path;
  int line = 0;
};

}  // namespace motcua::content
