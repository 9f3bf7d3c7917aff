// The digest of a library: same contents, same text; it names a version, it protects nothing.
#pragma once

#include <string>

#include "content/knowledge/snapshot.hpp"

namespace motcua::content {

// 16 hexadecimal digits: FNV-1a, 64 bits, over every value in order. Paths, lines and comments do not count.
std::string digest_of(const library& contents);

}  // namespace motcua::content
