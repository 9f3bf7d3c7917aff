// What a single value must look like.
#pragma once

#include <string_view>

namespace motcua::content {

bool is_slug(std::string_view text) noexcept;         // "khai-sinh": lower-case ASCII words and hyphens
bool is_code(std::string_view text) noexcept;         // "1.001193": a national procedure code
bool is_phone(std::string_view text) noexcept;        // 3 to 15 digits, "+" may stand before them
bool is_source_date(std::string_view text) noexcept;  // "2026", "2026-09" or "2026-09-21"

enum class address_kind { secure, plain, wrong };  // https, http, anything else
address_kind address_kind_of(std::string_view url) noexcept;

}  // namespace motcua::content
