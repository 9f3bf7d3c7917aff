// The checker: what must hold across a whole library before it may be published. Pure.
#pragma once

#include <vector>

#include "content/knowledge/finding.hpp"
#include "content/knowledge/snapshot.hpp"

namespace motcua::content {

// Unique ids, links to entries that exist, sources present, dates in order, a default unit, texts with only
// known gaps, well-formed addresses, phones and codes; a warning for a figure that is not trusted. A finding
// stands on the first line of its entry: only the loader knows the line of a field.
std::vector<finding> check(const library& contents);

// A warning for each entry whose review was due before `today`.
std::vector<finding> check_dates(const library& contents, date today);

}  // namespace motcua::content
