// Days as citizens count them: Việt Nam is UTC+7 the whole year.
#pragma once

#include <string>

#include "content/knowledge/fact.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

content::date day_in_vietnam(instant now);
std::string time_in_vietnam(instant now);    // "07:30"
std::string written(content::date day);      // "20/11/2026"
std::string written(content::money amount);  // "8.000 đồng"

}  // namespace motcua::intents
