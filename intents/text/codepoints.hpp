// Code points and their Unicode forms, over utf8proc. Every function takes any input and none throws but
// bad_alloc.
#pragma once

#include <string>
#include <string_view>

namespace motcua::intents {

enum class letter_kind { letter, mark, digit, control, other };

letter_kind category_of(char32_t c) noexcept;
char32_t lower(char32_t c) noexcept;

// What is not UTF-8 becomes U+FFFD.
std::u32string decode(std::string_view bytes);
std::string encode(std::u32string_view points);

// A run of more than eight combining marks is cut: no script needs more, and sorting a long run costs its
// square.
std::u32string composed(std::u32string_view points);    // NFC
std::u32string compatible(std::u32string_view points);  // NFKC: "ｋｈａｉ" gives "khai"
std::u32string decomposed(std::u32string_view points);  // NFD

}  // namespace motcua::intents
