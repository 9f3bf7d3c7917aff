#include "content/knowledge/value_rules.hpp"

#include <algorithm>
#include <string>

#include "content/knowledge/fact.hpp"

namespace motcua::content {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_slug_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
}
bool is_visible_ascii(char c) {
  return c > ' ' && c < 0x7f;
}

}  // namespace

bool is_slug(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, is_slug_letter) && text.front() != '-' &&
         text.back() != '-' && text.find("--") == std::string_view::npos;
}

bool is_code(std::string_view text) noexcept {
  return text.size() == 8 && text[1] == '.' && is_digit(text[0]) &&
         std::ranges::all_of(text.substr(2), is_digit);
}

bool is_phone(std::string_view text) noexcept {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() >= 3 && text.size() <= 15 && std::ranges::all_of(text, is_digit);
}

bool is_source_date(std::string_view text) noexcept {
  constexpr std::string_view first_day = "0000-01-01";  // lends the parts that are not known
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return parse_date(std::string{text}.append(first_day.substr(text.size()))).has_value();
}

address_kind address_kind_of(std::string_view url) noexcept {
  const auto kind = url.starts_with("https://")  ? address_kind::secure
                    : url.starts_with("http://") ? address_kind::plain
                                                 : address_kind::wrong;
  if (kind == address_kind::wrong) return kind;
  url.remove_prefix(kind == address_kind::secure ? 8 : 7);
  const bool has_host = !url.empty() && url.front() != '/';
  return has_host && std::ranges::all_of(url, is_visible_ascii) ? kind : address_kind::wrong;
}

}  // namespace motcua::content
