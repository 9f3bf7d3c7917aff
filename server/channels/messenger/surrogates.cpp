#include "server/channels/messenger/surrogates.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::messenger {
namespace {

constexpr std::size_t escape_bytes = 6;  // \ud83d

// The code unit of a \uXXXX that `text` begins with; 0 if it begins with none.
unsigned unit_at(std::string_view text) noexcept {
  unsigned unit = 0;
  if (text.size() < escape_bytes || !text.starts_with("\\u")) return 0;
  const auto end = text.data() + escape_bytes;
  const auto read = std::from_chars(text.data() + 2, end, unit, 16);
  return read.ec == std::errc{} && read.ptr == end ? unit : 0;
}

bool is_high(unsigned unit) noexcept {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(unsigned unit) noexcept {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::string without_lone_surrogates(std::string_view json_text) {
  std::string mended;
  mended.reserve(json_text.size());
  while (!json_text.empty()) {
    const auto unit = unit_at(json_text);
    std::size_t taken = 1;
    if (unit != 0)
      taken = escape_bytes;
    else if (json_text.starts_with('\\'))
      taken = 2;  // "\\ud83d" is a backslash and letters
    if (is_high(unit) && is_low(unit_at(json_text.substr(escape_bytes)))) taken = 2 * escape_bytes;
    const bool lone = taken == escape_bytes && (is_high(unit) || is_low(unit));
    mended += lone ? std::string_view{"\\ufffd"} : json_text.substr(0, taken);
    json_text.remove_prefix(std::min(taken, json_text.size()));
  }
  return mended;
}

}  // namespace motcua::messenger
