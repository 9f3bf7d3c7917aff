// The name of an aspect in a file.
#pragma once

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {

std::optional<aspect> read_aspect(const spot& at);

}  // namespace motcua::content
