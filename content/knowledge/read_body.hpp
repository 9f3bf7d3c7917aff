// The part of an entry that differs from kind to kind.
#pragma once

#include "content/knowledge/entry.hpp"
#include "content/knowledge/yaml_reader.hpp"

namespace motcua::content {

using entry_body = decltype(entry::body);

bool is_fact(std::string_view field) noexcept;  // a field with a confidence of its own, of any kind of entry

entry_body blank_body(entry_kind kind);
record read_record(map_reader& map);  // a row of the catalogue
entry_body read_body(entry_kind kind, map_reader& map, fact_reader& facts);

}  // namespace motcua::content
