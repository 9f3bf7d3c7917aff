// Letters as an input method was meant to make them: Telex "ddawng kys" and VNI "d9a8ng ky1" are "đăng ký".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::intents {

// The syllable that this normalised word spells in Telex or VNI keys; nullopt where it spells none, or holds
// no such key.
std::optional<std::string> from_keys(std::string_view word);

enum class input_method { telex, vni };

// The keys that make this word: "đăng" in Telex is "ddawng". The tone's key goes last.
std::string to_keys(std::string_view word, input_method by);

}  // namespace motcua::intents
