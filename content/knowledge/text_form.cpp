#include "content/knowledge/text_form.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace motcua::content {
namespace {

bool is_forbidden(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\r') || c == 0x7f;
}
bool is_ascii(unsigned char c) {
  return c < 0x80;
}
bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

bool is_utf8(std::string_view line) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(line.data());
  auto left = static_cast<utf8proc_ssize_t>(line.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const auto taken = utf8proc_iterate(at, left, &code_point);
    if (taken <= 0) return false;
    at += taken;
    left -= taken;
  }
  return true;
}

bool is_nfc(std::string_view line) {
  utf8proc_uint8_t* composed = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(line.data()),
                                   static_cast<utf8proc_ssize_t>(line.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{composed, &std::free};
  if (length < 0) return false;
  return line == std::string_view{reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

// Letters of other scripts that look like ours, and blanks that are none: a search would not find the word.
bool is_look_alike(utf8proc_int32_t c) {
  const auto within = [c](utf8proc_int32_t first, utf8proc_int32_t last) { return c >= first && c <= last; };
  return within(0x0370, 0x03FF) || within(0x0400, 0x052F) ||  // Greek, Cyrillic
         c == 0x00D0 || c == 0x00F0 || c == 0x0256 ||         // eth and its like for đ
         within(0x2000, 0x200F) || c == 0x00A0 || c == 0x202F || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
         within(0xFF01, 0xFF5E);
}

// The first look-alike as it should be named; empty if there is none.
std::string look_alike_in(std::string_view line) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(line.data());
  auto left = static_cast<utf8proc_ssize_t>(line.size());
  for (utf8proc_int32_t c = 0; left > 0;) {
    const auto taken = utf8proc_iterate(at, left, &c);
    if (taken <= 0) return {};
    if (is_look_alike(c)) {
      std::array<char, 16> name{};
      std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(c));
      return name.data();
    }
    at += taken;
    left -= taken;
  }
  return {};
}

// False if the line cannot be read.
bool check_line(std::string_view text, int line, file_report& report) {
  if (std::ranges::any_of(text, is_forbidden)) {
    report.error(line, "", "holds a control character: delete it, or write the line anew");
    return false;
  }
  if (std::ranges::all_of(text, is_ascii)) return true;
  if (!is_utf8(text)) {
    report.error(line, "", "is not UTF-8: save the file as UTF-8");
    return false;
  }
  if (!is_nfc(text)) {
    report.error(
        line, "",
        "is not NFC (letters and their marks stand apart): type the line anew with a Vietnamese keyboard");
  }
  if (const auto name = look_alike_in(text); !name.empty())
    report.error(line, "",
                 "holds " + name + ", which only looks like a letter or blank of ours: type the word anew");
  return true;
}

}  // namespace

bool check_form(std::string_view text, file_report& report) {
  bool readable = true;
  for (int line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    readable = check_line(text.substr(0, end), line, report) && readable;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return readable;
}

std::size_t code_points(std::string_view utf8) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, begins_code_point));
}

std::string shortened(std::string_view utf8) {
  constexpr std::size_t most = 40;
  std::size_t seen = 0;
  const auto cut = std::ranges::find_if(utf8, [&](char c) { return begins_code_point(c) && ++seen > most; });
  return std::string{utf8.begin(), cut} + (cut == utf8.end() ? "" : "…");
}

std::string quoted(std::string_view utf8) {
  return '"' + shortened(utf8) + '"';
}

}  // namespace motcua::content
