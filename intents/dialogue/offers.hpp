// What is offered to tap after a reply: other sides of the entry in hand, entries to choose from, the main
// menu.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "intents/dialogue/reading.hpp"
#include "intents/dialogue/reply.hpp"

namespace motcua::intents {

inline constexpr std::size_t most_actions = 4;
inline constexpr std::size_t longest_title = 20;  // characters, see reply.hpp

// At most four: what people ask next of this entry, and its link where there is a sayable one. Links come
// last, so that the number of a choice is its place among the buttons.
std::vector<action> offers_after(const reading& r, content::aspect answered);

// One entry to choose, asked about this side.
struct option {
  content::entry_id entry;
  std::string title;  // whole, as said in the text
};

std::vector<action> offers_among(std::span<const option> options, content::aspect about);
// "1. ...\n2. ..." where a title is too long for its button; empty where the buttons say it all.
std::string listed(std::span<const option> options);

std::vector<option> common_topics(const content::snapshot& content, const content::unit& unit,
                                  content::date today);
std::string short_title(const std::string& title);

}  // namespace motcua::intents
