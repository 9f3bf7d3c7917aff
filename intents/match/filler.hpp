// Words that carry no topic: politeness, particles, pronouns, questions words. They neither help nor hinder a
// match.
#pragma once

#include <string_view>

namespace motcua::intents {

bool is_filler(std::string_view folded_word) noexcept;

}  // namespace motcua::intents
