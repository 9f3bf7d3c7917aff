// Vietnamese text in a form that can be compared: NFC, lower case, one way of placing tone marks, and the
// folded form without any diacritics beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace motcua::intents {

// Valid UTF-8 in NFC: what is not UTF-8 becomes U+FFFD, NUL and other control characters but line feeds
// become spaces.
std::string clean(std::string_view bytes);

// Lower case, tone marks placed one way ("hòa" for "hoà"), punctuation to spaces, blanks folded. Expects
// clean text.
std::string normalise(std::string_view text);

// The same without diacritics: "đăng ký" gives "dang ky". Expects normalised text.
std::string fold(std::string_view normalised);

std::vector<std::string> words_of(std::string_view normalised);

}  // namespace motcua::intents
