// A photo as it is kept: the picture alone. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::photos {

inline constexpr std::size_t largest_picture = 5 * 1024 * 1024;  // bytes

// "image/jpeg", "image/png"; empty for anything else.
std::string_view type_of(std::string_view bytes) noexcept;

// Of a JPEG or PNG what is needed to see it: no place, time, device, comment or thumbnail that a camera or an
// editor wrote beside it (EXIF, XMP, IPTC, text chunks), and nothing behind its end. None for anything else
// and for what breaks off.
std::optional<std::string> picture_alone(std::string_view bytes);

}  // namespace motcua::photos
