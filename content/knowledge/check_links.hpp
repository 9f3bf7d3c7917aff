// What must hold between the entries: ids are there once, every link ends at an entry of the right kind.
#pragma once

#include <vector>

#include "content/knowledge/finding.hpp"
#include "content/knowledge/snapshot.hpp"

namespace motcua::content {

void check_links(const library& contents, std::vector<finding>& findings);

}  // namespace motcua::content
