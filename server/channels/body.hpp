// A webhook body as JSON in which every number is the text that stood there: ids have up to 19 digits and
// would lose some in a double, and the signature needs the digits of the timestamp as they were written
// (zalo-oa.md 1.3).
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::channels {

inline constexpr std::size_t deepest_nesting = 64;

// nullopt for what is not JSON in valid UTF-8, or is nested deeper than `deepest_nesting`.
std::optional<nlohmann::json> read_body(std::string_view body);

// The text at a path of object keys, from a string or a number; empty if there is none.
std::string text_at(const nlohmann::json& body, std::initializer_list<std::string_view> path);

}  // namespace motcua::channels
