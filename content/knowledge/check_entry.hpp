// One entry, or one unit, on its own: are its values what they must be?
#pragma once

#include <vector>

#include "content/knowledge/entry.hpp"
#include "content/knowledge/finding.hpp"
#include "content/knowledge/unit.hpp"

namespace motcua::content {

void check_entry(const entry& e, std::vector<finding>& findings);
void check_unit(const unit& u, bool is_around_others, std::vector<finding>& findings);

}  // namespace motcua::content
