// What an utterance says of the conversation before it: going back to what was talked of, setting right what
// was misunderstood, asking the same of something else. Only read, not yet resolved.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::intents {

struct reference {
  enum class kind {
    back,        // "quay lại cái khai sinh lúc nãy"; `rest`: "khai sinh"
    correction,  // "không phải, ý tôi là tạm trú"; `rest`: "tạm trú"
    and_what     // "thế còn khai tử thì sao"; `rest`: "khai tử"
  } what = kind::back;
  std::string rest;         // what is left when the reference's own words are taken out; may be empty
  std::size_t ordinal = 0;  // back: the first (1), second ... matter of the conversation; 0: none named
};

// nullopt where the text makes no such reference.
std::optional<reference> reference_in(std::string_view clean_text);

}  // namespace motcua::intents
