#include "intents/match/sentences.hpp"

#include <algorithm>
#include <array>

#include "intents/text/cue_finder.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t fewest_words = 3;
constexpr std::size_t most_turning_points = 4;
constexpr std::size_t where_questions_end = 4;  // "mất bao lâu ạ"

constexpr auto question_words = std::to_array<std::string_view>(
    {"gi", "nao", "dau", "sao", "khong", "nhieu", "lau", "chua", "rang", "mo", "ha", "chang", "hong", "may"});

constexpr auto joints =
    std::to_array<std::string_view>({"và", "với lại", "với cả", "còn", "đồng thời", "cả", "với", "rồi"});

bool between_digits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  return at > 0 && digit(at - 1) && digit(at + 1);
}

bool is_question_word(const std::string& folded) {
  return std::find(question_words.begin(), question_words.end(), folded) != question_words.end();
}

std::vector<std::string> cut_at(std::string_view text, std::string_view ends) {
  std::vector<std::string> sentences;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = text.find_first_of(ends, begin);
    while (end != std::string_view::npos && between_digits(text, end))
      end = text.find_first_of(ends, end + 1);
    const auto stop = end == std::string_view::npos ? text.size() : end + 1;
    const std::string sentence{text.substr(begin, stop - begin)};
    const bool whole = words_of(normalise(sentence)).size() >= fewest_words;
    if (whole || sentences.empty())
      sentences.push_back(sentence);
    else
      sentences.back() += sentence;
    begin = stop;
  }
  return sentences;
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view text) {
  if (text.find_first_of(".?!;\n") >= text.size() - std::min<std::size_t>(text.size(), 1))
    return {std::string{text}};
  return cut_at(text, ".?!;\n");
}

std::vector<std::string> clauses_of(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return {std::string{text}};
  return cut_at(text, ",");
}

bool asks(const utterance& spoken) {
  const auto last = spoken.end() - static_cast<std::ptrdiff_t>(std::min(spoken.size(), where_questions_end));
  return std::any_of(last, spoken.end(), [](const word& w) { return is_question_word(w.folded); });
}

std::size_t asking_sentence(const std::vector<std::string>& sentences) {
  const auto last_that = [&](auto holds) {
    for (std::size_t i = sentences.size(); i > 0; --i)
      if (holds(sentences[i - 1])) return i;
    return std::size_t{0};
  };
  auto found = last_that([](const std::string& s) { return s.find('?') != std::string::npos; });
  if (found == 0) found = last_that([](const std::string& s) { return asks(to_words(normalise(s))); });
  if (found == 0) found = sentences.size();
  return found == 0 ? 0 : found - 1;
}

std::vector<std::size_t> turning_points(const utterance& spoken) {
  static const cue_finder cues{joints};
  std::vector<std::size_t> points;
  for (const auto& [cue, at] : cues.find_all(spoken)) {
    if (at.begin >= fewest_words && at.end + fewest_words <= spoken.size()) points.push_back(at.begin);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() > most_turning_points) points.resize(most_turning_points);
  return points;
}

}  // namespace motcua::intents
