// Cuts a long answer into messages that a platform takes. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::channels {

// UTF-16 code units of UTF-8 text: the safest reading of a platform's "characters" (zalo-oa.md 4.2).
std::size_t utf16_length(std::string_view text) noexcept;

// The parts of `nfc_text`, in order, each of 1 to `limit_utf16` units and without blanks at its ends. Cuts at
// the last paragraph, else line, else sentence in the second half of what fits, else at the last blank. A
// word is cut only when it alone is longer than the limit, then between two characters and, where it can be,
// not inside a URL. Text of blanks only gives no part. A limit under 2 is taken as 2.
std::vector<std::string> split_text(std::string_view nfc_text, std::size_t limit_utf16);

// The longest start of `text` that has at most `limit_utf16` units: never half a character.
std::string_view cut_text(std::string_view text, std::size_t limit_utf16) noexcept;

}  // namespace motcua::channels
