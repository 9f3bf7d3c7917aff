#include "server/http/target.hpp"

#include <algorithm>
#include <optional>

namespace motcua::http {
namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// In a query a plus is a space (the form encoding of HTML).
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (text.size() - i < 3) return std::nullopt;
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (!high || !low) return std::nullopt;
      out += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  return out;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(segment.size());
  }
  return false;
}

bool read_query(std::string_view text, std::map<std::string, std::string>& into) {
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = decoded(pair.substr(0, equals), true);
    auto value =
        decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
    if (!name || !value) return false;
    into.insert_or_assign(std::move(*name), std::move(*value));
  }
  return true;
}

}  // namespace

result<target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return errc::bad_request;
  const auto mark = text.find('?');
  auto path = decoded(text.substr(0, mark), false);
  if (!path || std::any_of(path->begin(), path->end(), is_control) || has_dot_segment(*path))
    return errc::bad_request;
  target out;
  out.path = std::move(*path);
  if (mark != std::string_view::npos && !read_query(text.substr(mark + 1), out.query))
    return errc::bad_request;
  return out;
}

}  // namespace motcua::http
