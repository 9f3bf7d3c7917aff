#include "intents/text/mask.hpp"

#include <algorithm>
#include <optional>

#include "intents/text/codes.hpp"

namespace motcua::intents {
namespace {

// How long the number beginning at `at` is, with single blanks, dots or hyphens between its groups; `digits`
// counts.
struct number {
  std::size_t length = 0;
  std::size_t digits = 0;
};

number number_at(std::string_view text, std::size_t at) {
  number n;
  std::size_t i = at;
  if (i < text.size() && text[i] == '+') ++i;
  while (i < text.size()) {
    if (digit(text[i])) {
      ++n.digits;
      n.length = ++i - at;
    } else if (n.digits > 0 && (text[i] == ' ' || text[i] == '.' || text[i] == '-') && i + 1 < text.size() &&
               digit(text[i + 1])) {
      ++i;
    } else {
      break;
    }
  }
  return n;
}

std::size_t personal_number(std::string_view text, std::size_t at) {
  if (!digit(text[at]) && text[at] != '+') return 0;
  if (at > 0 && digit(text[at - 1])) return 0;
  const auto n = number_at(text, at);
  return n.digits < 8 ? 0 : n.length;
}

// 15A-123.45, 16-B1 123.45, 29C 12345: two digits, a letter, perhaps a letter or digit more, then four or
// five digits.
std::size_t number_plate(std::string_view text, std::size_t at) {
  if (at > 0 && word_byte(text[at - 1])) return 0;
  std::size_t i = at;
  const auto take = [&](auto is) { return i < text.size() && is(text[i]) && (++i, true); };
  const auto gap = [](char c) { return c == '-' || c == ' ' || c == '.'; };
  if (!take(digit) || !take(digit)) return 0;
  take(gap);
  if (!take(letter)) return 0;
  if (i < text.size() && letter(text[i]))
    ++i;
  else if (i + 1 < text.size() && digit(text[i]) && gap(text[i + 1]))
    ++i;
  take(gap);
  std::size_t digits = 0;
  while (i < text.size() &&
         (digit(text[i]) || (digits > 0 && text[i] == '.' && i + 1 < text.size() && digit(text[i + 1])))) {
    if (digit(text[i])) ++digits;
    ++i;
  }
  if (digits < 4 || digits > 6 || (i < text.size() && word_byte(text[i]))) return 0;
  return i - at;
}

bool mailbox_byte(char c) {
  return digit(c) || letter(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

// Called at the "@": how far the name reaches back and the domain forward.
std::optional<std::pair<std::size_t, std::size_t>> mail_around(std::string_view text, std::size_t sign,
                                                               std::size_t from) {
  std::size_t begin = sign;
  while (begin > from && mailbox_byte(text[begin - 1])) --begin;
  std::size_t end = sign + 1;
  while (end < text.size() && mailbox_byte(text[end])) ++end;
  while (end > sign + 1 && !digit(text[end - 1]) && !letter(text[end - 1])) --end;
  if (begin == sign || text.substr(sign, end - sign).find('.') == std::string_view::npos) return std::nullopt;
  return std::pair{begin, end};
}

std::string without_mail(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (auto sign = text.find('@'); sign != std::string_view::npos; sign = text.find('@', sign + 1)) {
    if (sign < done) continue;
    if (const auto mail = mail_around(text, sign, done)) {
      out.append(text.substr(done, mail->first - done)).append("***");
      done = mail->second;
    }
  }
  return out.append(text.substr(done));
}

std::size_t personal_at(std::string_view text, std::size_t at) {
  if (!digit(text[at]) && !letter(text[at]) && text[at] != '+') return 0;
  return std::max(number_plate(text, at), personal_number(text, at));
}

}  // namespace

std::string mask_personal(std::string_view given) {
  const auto text = without_mail(given);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const auto kept = procedure_code_at(text, at)) {
      out.append(text, at, kept);
      at += kept;
    } else if (const auto code = dossier_code_at(text, at)) {
      out += dossier_mask;
      at += code;
    } else if (const auto broken = broken_dossier_code_at(text, at)) {
      out += broken_dossier_mask;
      at += broken;
    } else if (const auto length = personal_at(text, at)) {
      out += "***";
      at += length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace motcua::intents
