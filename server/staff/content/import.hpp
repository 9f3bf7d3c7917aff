// What a file from other hands would change of what is published. Pure.
#pragma once

#include <string_view>

#include "content/exchange/propose.hpp"
#include "content/knowledge/snapshot.hpp"

namespace motcua::staff {

enum class import_kind {
  entries,  // CSV, a row an entry (content/exchange/sheet.hpp); the phrases stay
  phrases,  // CSV, a row a phrase; the rest stays
  yaml,     // one entry's file, which keeps the place it has
};

std::optional<import_kind> parse_import_kind(std::string_view name) noexcept;  // "entries.csv", "entry.yaml"

content::proposal plan_import(const content::file_texts& current, const content::library& contents,
                              import_kind kind, const std::string& text);

}  // namespace motcua::staff
