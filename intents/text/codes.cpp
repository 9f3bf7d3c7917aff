#include "intents/text/codes.hpp"

#include <algorithm>

namespace motcua::intents {

// "1.001193": one digit, a dot, six digits. Public, and what citizens copy from the national portal.
std::size_t procedure_code_at(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 8;
  const auto written = text.substr(at, length);
  if (at > 0 && word_byte(text[at - 1])) return 0;
  if (written.size() < length || !digit(written[0]) || written[1] != '.') return 0;
  if (!std::all_of(written.begin() + 2, written.end(), digit)) return 0;
  return at + length < text.size() && digit(text[at + length]) ? 0 : length;
}

// H24.22.99-260921-896048, 000.00.12.H62-201105-0004; blanks for hyphens and lower case are common
// (services.yaml).
std::size_t dossier_code_at(std::string_view text, std::size_t at) {
  if (at > 0 && word_byte(text[at - 1])) return 0;
  std::size_t i = at;
  const auto run = [&](auto is, std::size_t least, std::size_t most) {
    std::size_t n = 0;
    while (i < text.size() && n < most && is(text[i])) {
      ++i;
      ++n;
    }
    return n >= least;
  };
  run([](char c) { return digit(c) || c == '.'; }, 0, 12);
  if (!run(letter, 1, 1) || !run(digit, 2, 2)) return 0;
  while (i < text.size() && text[i] == '.') {
    ++i;
    if (!run(digit, 1, 3)) return 0;
  }
  const auto gap = [](char c) { return c == '-' || c == ' '; };
  if (!run(gap, 1, 3) || !run(digit, 6, 6) || !run(gap, 1, 3) || !run(digit, 3, 8)) return 0;
  return i - at;
}

std::size_t broken_dossier_code_at(std::string_view text, std::size_t at) {
  if (dossier_code_at(text, at) > 0 || (at > 0 && word_byte(text[at - 1]))) return 0;
  std::size_t i = at;
  const auto digits = [&](std::size_t least) {
    const auto from = i;
    while (i < text.size() && digit(text[i])) ++i;
    return i - from >= least;
  };
  if (i >= text.size() || !letter(text[i++]) || !digits(2) || i - at != 3) return 0;
  std::size_t dots = 0;
  while (i + 1 < text.size() && text[i] == '.' && digit(text[i + 1])) {
    ++i;
    ++dots;
    digits(1);
  }
  std::size_t groups = 0;
  while (i + 1 < text.size() && (text[i] == '-' || text[i] == ' ') && digit(text[i + 1])) {
    ++i;
    ++groups;
    digits(1);
  }
  const bool ends = i == text.size() || !word_byte(text[i]);
  return ends && groups > 0 && dots + groups >= 2 ? i - at : 0;
}

std::string dossier_code_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto length = dossier_code_at(text, at);
    if (length == 0) continue;
    std::string code;
    for (const char c : text.substr(at, length)) {
      const bool gap = c == ' ' || c == '-';
      if (!gap)
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      else if (!code.ends_with('-'))
        code += '-';
    }
    return code;
  }
  return {};
}

}  // namespace motcua::intents
