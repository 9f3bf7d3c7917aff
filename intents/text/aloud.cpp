#include "intents/text/aloud.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "intents/text/codes.hpp"

namespace motcua::intents {
namespace {

constexpr std::array<std::string_view, 10> names{"không", "một", "hai", "ba",  "bốn",
                                                 "năm",   "sáu", "bảy", "tám", "chín"};
constexpr std::array<std::string_view, 4> thousands{"", " nghìn", " triệu", " tỷ"};
constexpr std::uint64_t too_large = 1'000'000'000'000;
constexpr std::size_t shortest_phone = 7;  // digits
constexpr std::array<std::string_view, 5> short_numbers{"1022", "111", "113", "114", "115"};
constexpr std::array<std::string_view, 5> before_short{"đài", "số", "gọi", "Gọi", "NGAY"};

std::string_view unit_name(unsigned unit, unsigned tens) {
  if (unit == 1 && tens > 1) return "mốt";
  if (unit == 5 && tens > 0) return "lăm";
  return names[unit];
}

// Of 1 to 999. `whole`: with its hundreds though there are none, as in "một nghìn không trăm linh một".
std::string three_aloud(unsigned number, bool whole) {
  const unsigned hundreds = number / 100, tens = number / 10 % 10, unit = number % 10;
  std::string out;
  const auto add = [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
  };
  if (hundreds > 0 || whole) {
    add(names[hundreds]);
    add("trăm");
  }
  if (tens == 1) add("mười");
  if (tens > 1) {
    add(names[tens]);
    add("mươi");
  }
  if (tens == 0 && unit > 0 && !out.empty()) add("linh");
  if (unit > 0) add(unit_name(unit, tens));
  return out;
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (ec != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string plain(std::string_view digits) {  // "08": "8"
  const auto value = number_of(digits);
  return value ? std::to_string(*value) : std::string{digits};
}

std::vector<std::string_view> parts_of(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (auto end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

bool is_day(std::string_view word) {
  return word == "ngày" || word == "Ngày";
}
bool is_month(std::string_view word) {
  return word == "tháng" || word == "Tháng";
}

std::optional<std::string> date_aloud(std::string_view word, std::string_view before) {
  const auto parts = parts_of(word, '/');
  if (parts.size() < 2 || parts.size() > 3 || !std::all_of(parts.begin(), parts.end(), all_digits))
    return std::nullopt;
  const bool a_year = parts.back().size() == 4;
  if (parts.size() == 2) {
    if (a_year) return (is_month(before) ? "" : "tháng ") + plain(parts[0]) + " năm " + plain(parts[1]);
    return (is_day(before) ? "" : "ngày ") + plain(parts[0]) + " tháng " + plain(parts[1]);
  }
  if (!a_year) return std::nullopt;
  return (is_day(before) ? "" : "ngày ") + plain(parts[0]) + " tháng " + plain(parts[1]) + " năm " +
         plain(parts[2]);
}

// "8.000", "2.050.000"
std::optional<std::string> sum_aloud(std::string_view word) {
  const auto parts = parts_of(word, '.');
  if (parts.size() < 2 || parts.front().size() > 3) return std::nullopt;
  std::string digits;
  for (const auto part : parts) {
    if (!all_digits(part) || (part.data() != parts.front().data() && part.size() != 3)) return std::nullopt;
    digits += part;
  }
  const auto value = number_of(digits);
  return value ? std::optional{number_aloud(*value)} : std::nullopt;
}

bool a_phone(std::string_view word, std::string_view before) {
  if (!all_digits(word)) return false;
  const auto in = [](const auto& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  return word.size() >= shortest_phone || (in(short_numbers, word) && in(before_short, before));
}

std::string word_aloud(std::string_view word, std::string_view before, const content::phrasebook& words) {
  if (a_phone(word, before)) return digits_aloud(word);
  if (const auto date = date_aloud(word, before)) return *date;
  if (const auto sum = sum_aloud(word)) return *sum;
  if (word.ends_with('%') && all_digits(word.substr(0, word.size() - 1)))
    return std::string{word.substr(0, word.size() - 1)} + " phần trăm";
  const auto key = "aloud." + std::string{word};
  return words.has(key) ? words.say(key) : std::string{word};
}

std::string_view without_mark(std::string_view line) {
  if (line.starts_with("- ")) return line.substr(2);
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && line.substr(digits).starts_with(". ") ? line.substr(digits + 2) : line;
}

// A word with what stands around it: "(UBND)," is "(", "UBND", "),".
struct token {
  std::string_view word;
  std::string_view after;
  bool opens = false;
};

constexpr std::string_view closing{".,;:!?)\""};

token token_of(std::string_view text) {
  token out;
  while (!text.empty() && (text.front() == '(' || text.front() == '"')) {
    out.opens = out.opens || text.front() == '(';
    text.remove_prefix(1);
  }
  const auto end = text.find_last_not_of(closing);
  out.word = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  out.after = text.substr(out.word.size());
  return out;
}

void pause(std::string& out) {
  if (!out.empty() && std::string_view{".,:!?"}.find(out.back()) == std::string_view::npos) out += ',';
}

std::string sentence(std::string_view line, const content::phrasebook& words) {
  std::string out;
  std::string_view before;
  for (const auto part : parts_of(without_mark(line), ' ')) {
    const auto t = token_of(part);
    const bool address = t.word.starts_with("https://") || t.word.starts_with("http://");
    if (t.opens || t.word == "–" || t.word == "-") pause(out);
    if (!t.word.empty() && !address && t.word != "–" && t.word != "-") {
      if (!out.empty()) out += ' ';
      out += word_aloud(t.word, before, words);
    }
    before = t.word;
    for (const char mark : t.after) {
      if (mark == ';' || mark == ',' || mark == ')') pause(out);
      if (mark == '.' || mark == ':' || mark == '!' || mark == '?') {
        while (!out.empty() && out.back() == ',') out.pop_back();
        if (!out.empty()) out += mark;
      }
    }
  }
  while (!out.empty() && (out.back() == ',' || out.back() == ':')) out.pop_back();
  if (!out.empty() && std::string_view{".!?"}.find(out.back()) == std::string_view::npos) out += '.';
  return out;
}

}  // namespace

std::string number_aloud(std::uint64_t number) {
  if (number == 0) return std::string{names[0]};
  if (number >= too_large) return digits_aloud(std::to_string(number));
  std::string out;
  for (std::size_t group = thousands.size(); group-- > 0;) {
    std::uint64_t scale = 1;
    for (std::size_t i = 0; i < group; ++i) scale *= 1000;
    const auto three = static_cast<unsigned>(number / scale % 1000);
    if (three == 0) continue;
    if (!out.empty()) out += ' ';
    const bool first = out.empty();
    out += three_aloud(three, !first);
    out += thousands[group];
  }
  return out;
}

std::string digits_aloud(std::string_view digits) {
  std::string out;
  for (const char c : digits) {
    if (!digit(c)) continue;
    if (!out.empty()) out += ' ';
    out += names[static_cast<std::size_t>(c - '0')];
  }
  return out;
}

std::string aloud(std::string_view text, const content::phrasebook& words) {
  std::string out;
  for (const auto line : parts_of(text, '\n')) {
    const auto said = sentence(line, words);
    if (said.empty()) continue;
    if (!out.empty()) out += '\n';
    out += said;
  }
  return out;
}

}  // namespace motcua::intents
