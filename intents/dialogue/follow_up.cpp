#include "intents/dialogue/follow_up.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "intents/dialogue/offers.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

using nlohmann::json;

constexpr int deepest = 8;

std::string cut(std::string_view text) {
  return clean(text.substr(0, longest_utterance));
}

std::optional<std::string> wrapped_content(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '{' || text.size() > longest_utterance)
    return std::nullopt;
  bool too_deep = false;
  const auto guard = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  const auto object = json::parse(text, guard, false);
  if (too_deep || !object.is_object()) return std::nullopt;
  const auto content = object.find("content");
  if (content == object.end() || !content->is_string()) return std::nullopt;
  return content->get<std::string>();
}

constexpr std::size_t last = 1000;  // whatever number the last choice has

struct ordinal {
  std::string_view word;
  std::size_t number;
};

constexpr auto ordinals = std::to_array<ordinal>({
    {"1", 1},  {"2", 2},   {"3", 3},    {"4", 4},       {"5", 5},       {"6", 6},       {"7", 7},
    {"8", 8},  {"mot", 1}, {"hai", 2},  {"ba", 3},      {"bon", 4},     {"nhat", 1},    {"nhi", 2},
    {"tu", 4}, {"dau", 1}, {"tien", 1}, {"cuoi", last}, {"cung", last}, {"chot", last},
});

// What may stand around the number without changing its meaning.
constexpr auto around = std::to_array<std::string_view>({
    "so",   "cai", "muc",  "chon", "thu",  "cau", "y",   "nhe", "nha",  "a",    "di",  "em",  "toi", "phuong",
    "an",   "ban", "dau",  "tien", "viec", "lay", "cho", "e",   "minh", "chau", "bac", "xem", "o",   "luon",
    "thoi", "voi", "nhen", "la",   "tui",  "ay",  "do",  "day", "kia",  "ne",   "nhi", "u",   "ha",
});

bool is_around(const std::string& word) {
  return std::find(around.begin(), around.end(), word) != around.end();
}

// The number said, 0 where the text says anything else beside it.
std::size_t number_said(const std::vector<std::string>& words) {
  std::size_t number = 0;
  for (const auto& word : words) {
    const auto found =
        std::find_if(ordinals.begin(), ordinals.end(), [&](const ordinal& o) { return o.word == word; });
    if (found != ordinals.end()) {
      if (number != 0 && number != found->number) return 0;
      number = found->number;
    } else if (!is_around(word)) {
      return 0;
    }
  }
  return number;
}

}  // namespace

std::string said_in(const citizen_event& event) {
  if (const auto content = wrapped_content(event.text)) return cut(*content);
  return cut(event.text);
}

std::optional<std::string> chosen(const conversation& before, const std::string& text) {
  if (before.offered.empty()) return std::nullopt;
  const auto plain = fold(normalise(text));
  for (const auto& c : before.offered) {
    const auto title = fold(normalise(c.title));
    if (!plain.empty() && (plain == title || plain == fold(normalise(short_title(c.title)))))
      return c.payload;
  }
  const auto words = words_of(plain);
  if (words.empty() || words.size() > 5) return std::nullopt;
  const auto number = number_said(words);
  if (number == last) return before.offered.back().payload;
  if (number == 0 || number > before.offered.size()) return std::nullopt;
  return before.offered[number - 1].payload;
}

}  // namespace motcua::intents
