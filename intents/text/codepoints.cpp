#include "intents/text/codepoints.hpp"

#include <utf8proc.h>

#include <vector>

namespace motcua::intents {
namespace {

constexpr int most_marks_in_a_run = 8;
constexpr char32_t replacement = 0xFFFD;

std::vector<utf8proc_int32_t> with_bounded_marks(std::u32string_view points) {
  std::vector<utf8proc_int32_t> kept;
  kept.reserve(points.size());
  int run = 0;
  for (const char32_t c : points) {
    run = category_of(c) == letter_kind::mark ? run + 1 : 0;
    if (run <= most_marks_in_a_run) kept.push_back(static_cast<utf8proc_int32_t>(c));
  }
  return kept;
}

std::u32string in_form(std::u32string_view points, utf8proc_option_t form) {
  std::vector<utf8proc_int32_t> out;
  out.reserve(points.size() * 2);
  const auto kept = with_bounded_marks(points);
  std::vector<utf8proc_int32_t> pieces(32);
  for (const auto c : kept) {
    int boundary = 0;
    auto n = utf8proc_decompose_char(c, pieces.data(), static_cast<utf8proc_ssize_t>(pieces.size()), form,
                                     &boundary);
    if (n < 0) {
      pieces[0] = static_cast<utf8proc_int32_t>(replacement);
      n = 1;
    }
    if (n > static_cast<utf8proc_ssize_t>(pieces.size())) n = static_cast<utf8proc_ssize_t>(pieces.size());
    out.insert(out.end(), pieces.begin(), pieces.begin() + n);
  }
  // Canonical order within each run of marks, as utf8proc_decompose does for a whole string.
  for (std::size_t i = 1; i < out.size(); ++i) {
    for (std::size_t j = i; j > 0; --j) {
      const auto before = utf8proc_get_property(out[j - 1])->combining_class;
      const auto here = utf8proc_get_property(out[j])->combining_class;
      if (here == 0 || before <= here) break;
      std::swap(out[j - 1], out[j]);
    }
  }
  auto length = static_cast<utf8proc_ssize_t>(out.size());
  if (form & UTF8PROC_COMPOSE) length = utf8proc_normalize_utf32(out.data(), length, form);
  return {out.begin(), out.begin() + length};
}

}  // namespace

letter_kind category_of(char32_t c) noexcept {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return letter_kind::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return letter_kind::mark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return letter_kind::digit;
    case UTF8PROC_CATEGORY_CC:
      return letter_kind::control;
    default:
      return letter_kind::other;
  }
}

char32_t lower(char32_t c) noexcept {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

std::u32string decode(std::string_view bytes) {
  std::u32string points;
  points.reserve(bytes.size());
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
  auto left = static_cast<utf8proc_ssize_t>(bytes.size());
  while (left > 0) {
    utf8proc_int32_t c = -1;
    auto used = utf8proc_iterate(at, left, &c);
    if (used <= 0 || c < 0) {
      c = static_cast<utf8proc_int32_t>(replacement);
      used = 1;
    }
    points.push_back(static_cast<char32_t>(c));
    at += used;
    left -= used;
  }
  return points;
}

std::string encode(std::u32string_view points) {
  std::string bytes;
  bytes.reserve(points.size() * 2);
  for (const char32_t c : points) {
    utf8proc_uint8_t buffer[4];
    const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), buffer);
    bytes.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(n));
  }
  return bytes;
}

std::u32string composed(std::u32string_view points) {
  return in_form(points, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::u32string compatible(std::u32string_view points) {
  return in_form(points,
                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
}

std::u32string decomposed(std::u32string_view points) {
  return in_form(points, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
}

}  // namespace motcua::intents
