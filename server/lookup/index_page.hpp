// The look-up pages that lead to an entry: the index, one field or moment of life, what was found. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "intents/dialogue/turn.hpp"
#include "server/lookup/shell.hpp"

namespace motcua::lookup {

page index_page(const visit& v);
// Of a shelf by field or by event; nullopt where there is none of that name.
std::optional<page> shelf_page(const visit& v, std::string_view name);
// What the matcher that the bot thinks with makes of the words. A cry for help is answered first.
page search_page(const visit& v, const intents::matcher& match, const std::string& words);

}  // namespace motcua::lookup
