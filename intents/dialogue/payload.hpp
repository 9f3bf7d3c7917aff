// What a button carries. Buttons stay in a citizen's chat for ever and anyone can type a payload: it is
// versioned, holds nothing personal, is never trusted, and an unknown one leads to the main menu.
//
//   v1:ask:<entry>:<aspect>   v1:menu   v1:human   v1:get_started   v1:thought:<opinion>   v1:ref:<code>
//   v1:fb:<choice>
//   #TTHC|<entry or national code>|<aspect in Vietnamese>   for menus that staff set by hand in the OA
//   manager
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/identifier.hpp"
#include "intents/dialogue/opinion.hpp"

namespace motcua::intents {

struct ask_payload {
  std::string entry;  // an entry id or a national code, as written: not yet looked up
  content::aspect about = content::aspect::overview;
};
struct menu_payload {};
struct human_payload {};
struct start_payload {};
struct thought_payload {
  opinion what = opinion::helped;
};
struct referral_payload {
  std::string code;  // upper case, of the right shape; whether it holds only the store knows
};
struct feedback_payload {
  std::string choice;  // to the question that stands (take_feedback.hpp)
};
struct unknown_payload {};  // looks like a payload, of a version or verb that we do not know

using payload = std::variant<ask_payload, menu_payload, human_payload, start_payload, thought_payload,
                             referral_payload, feedback_payload, unknown_payload>;

std::string write_payload(const content::entry_id& entry, content::aspect about);
std::string write_payload(opinion thought);
std::string referral_text(std::string_view code);
std::string feedback_text(std::string_view choice);
inline constexpr std::string_view menu_text = "v1:menu";
inline constexpr std::string_view human_text = "v1:human";
inline constexpr std::string_view start_text = "v1:get_started";

// nullopt where the text is not a payload at all but something a citizen wrote.
std::optional<payload> parse_payload(std::string_view text);

}  // namespace motcua::intents
