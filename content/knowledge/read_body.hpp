// The part of an entry that differs from kind to kind.
#pragma once

#include "content/knowledge/entry.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {

using entry_body = decltype(entry::body);

entry_body blank_body(entry_kind kind);
entry_body read_body(entry_kind kind, map_reader& map, fact_reader& facts);

}  // namespace motcua::content
