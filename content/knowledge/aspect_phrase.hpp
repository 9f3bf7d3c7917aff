// How people ask for each side of an entry, to learn from. Read from aspects/*.yaml.
#pragma once

#include <string>

#include "content/knowledge/aspect.hpp"

namespace motcua::content {

struct aspect_phrase {
  std::string text;
  aspect about = aspect::overview;
  bool alone = false;  // names no matter: a follow-up about what is in hand
};

}  // namespace motcua::content
