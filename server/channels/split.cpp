#include "server/channels/split.hpp"

#include <algorithm>

namespace motcua::channels {
namespace {

constexpr std::string_view blanks = " \n\t\r";

std::size_t character_bytes(std::string_view text, std::size_t at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return std::min(want, text.size() - at);
}

std::size_t character_units(std::size_t bytes) noexcept {
  return bytes == 4 ? 2 : 1;
}

bool is_blank(char c) noexcept {
  return blanks.find(c) != std::string_view::npos;
}

// "Điều 5. " and "TP. " do not end a sentence.
bool ends_sentence(std::string_view before) noexcept {
  if (before.ends_with("…")) return true;
  if (before.empty()) return false;
  const char last = before.back();
  if (last == '!' || last == '?' || last == ';') return true;
  if (last != '.' || before.size() < 2) return false;
  const char previous = before[before.size() - 2];
  return !(previous >= '0' && previous <= '9') && !(previous >= 'A' && previous <= 'Z');
}

struct borders {
  std::size_t paragraph = 0;
  std::size_t line = 0;
  std::size_t sentence = 0;
  std::size_t blank = 0;
};

// The last border of each kind not after `reach`. A blank right at `reach` counts: it is left out of the
// part.
borders borders_within(std::string_view text, std::size_t reach) noexcept {
  borders last;
  for (std::size_t at = 1; at <= reach; ++at) {
    if (!is_blank(text[at]) || is_blank(text[at - 1])) continue;
    const auto next = std::min(text.find_first_not_of(blanks, at), text.size());
    const auto feeds = std::ranges::count(text.substr(at, next - at), '\n');
    last.blank = at;
    if (feeds >= 2) last.paragraph = at;
    if (feeds >= 1) last.line = at;
    if (ends_sentence(text.substr(0, at))) last.sentence = at;
  }
  return last;
}

std::size_t start_of_last_url(std::string_view window) noexcept {
  const auto secure = window.rfind("https://");
  const auto plain = window.rfind("http://");
  if (secure == std::string_view::npos) return plain == std::string_view::npos ? 0 : plain;
  return plain == std::string_view::npos ? secure : std::max(secure, plain);
}

std::size_t where_to_cut(std::string_view text, std::size_t reach) noexcept {
  const auto found = borders_within(text, reach);
  const auto half = reach / 2;
  for (const auto at : {found.paragraph, found.line, found.sentence}) {
    if (at > half) return at;
  }
  if (found.blank > 0) return found.blank;
  const auto url = start_of_last_url(text.substr(0, reach));
  return url > 0 ? url : reach;
}

std::string_view trimmed(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::size_t utf16_length(std::string_view text) noexcept {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes = character_bytes(text, at);
    units += character_units(bytes);
    at += bytes;
  }
  return units;
}

std::string_view cut_text(std::string_view text, std::size_t limit_utf16) noexcept {
  std::size_t at = 0;
  for (std::size_t units = 0; at < text.size();) {
    const auto bytes = character_bytes(text, at);
    units += character_units(bytes);
    if (units > limit_utf16) break;
    at += bytes;
  }
  return text.substr(0, at);
}

std::vector<std::string> split_text(std::string_view nfc_text, std::size_t limit_utf16) {
  const auto limit = std::max<std::size_t>(limit_utf16, 2);
  std::vector<std::string> parts;
  for (auto rest = trimmed(nfc_text); !rest.empty();) {
    const auto reach = cut_text(rest, limit).size();
    const auto cut = reach == rest.size() ? reach : where_to_cut(rest, reach);
    parts.emplace_back(trimmed(rest.substr(0, cut)));
    rest = trimmed(rest.substr(cut));
  }
  return parts;
}

}  // namespace motcua::channels
