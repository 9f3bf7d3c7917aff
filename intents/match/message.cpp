#include "intents/match/message.hpp"

#include <algorithm>

#include "intents/match/sentences.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_partings = 3;

utterance joined(const std::vector<utterance>& clauses, std::size_t from, std::size_t to) {
  utterance all;
  for (std::size_t i = from; i < to; ++i) all.insert(all.end(), clauses[i].begin(), clauses[i].end());
  return all;
}

std::optional<utterance> last_that_asks(const std::vector<utterance>& clauses) {
  const auto found = std::find_if(clauses.rbegin(), clauses.rend(), asks);
  return found == clauses.rend() ? std::nullopt : std::optional{*found};
}

}  // namespace

message read_message(const std::string& text, const reader& words, const content::unit_id& from) {
  message m{from, words.read(text), std::nullopt, std::nullopt, {}, {}};
  const auto sentences = sentences_of(text);
  if (sentences.size() < 2) {
    const auto clauses = clauses_of(text);
    for (std::size_t i = 0; clauses.size() > 1 && i < clauses.size(); ++i)
      m.clauses.push_back(words.read(clauses[i]));
    m.asking = last_that_asks(m.clauses);
    return m;
  }
  const auto& question = sentences[asking_sentence(sentences)];
  m.question = words.read(question);
  std::vector<utterance> parts;
  for (const auto& c : clauses_of(question)) parts.push_back(words.read(c));
  if (parts.size() > 1) m.asking = last_that_asks(parts);
  for (const auto& s : sentences) m.sentences.push_back(words.read(s));
  return m;
}

std::vector<std::pair<utterance, utterance>> halves_of(const message& m) {
  std::vector<std::pair<utterance, utterance>> halves;
  const auto offer = [&](utterance first, utterance second) {
    if (asks(first) && asks(second)) halves.emplace_back(std::move(first), std::move(second));
  };
  for (std::size_t i = 0; i + 1 < m.sentences.size() && i < most_partings; ++i)
    offer(m.sentences[i], m.sentences[i + 1]);
  if (!m.sentences.empty()) return halves;
  for (std::size_t i = 1; i < m.clauses.size() && i <= most_partings; ++i)
    offer(joined(m.clauses, 0, i), joined(m.clauses, i, m.clauses.size()));
  for (const auto at : turning_points(m.whole)) {
    const auto middle = m.whole.begin() + static_cast<std::ptrdiff_t>(at);
    offer(utterance{m.whole.begin(), middle}, utterance{middle, m.whole.end()});
  }
  return halves;
}

}  // namespace motcua::intents
