#include "intents/match/topics.hpp"

#include <string>
#include <string_view>

#include "intents/text/normalise.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {
namespace {

constexpr float of_description = 0.3F;  // cost of an error on it, against 1 on a phrase: by cross-validation
constexpr std::size_t fewest_words = 2;

void add_asked(topics& all, std::uint32_t label, std::string_view text) {
  all.texts.push_back({normalise(clean(text)), {}, label, 1, true});
}

void add_described(topics& all, std::uint32_t label, std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(".;:\n", begin), text.size());
    auto sentence = normalise(clean(text.substr(begin, end - begin)));
    if (words_of(sentence).size() >= fewest_words)
      all.texts.push_back({std::move(sentence), {}, label, of_description, false});
    begin = end + 1;
  }
}

void add_entry(topics& all, std::uint32_t label, const content::entry& e) {
  add_asked(all, label, e.title);
  add_asked(all, label, spoken_id(e.id));
  for (const auto& asked : e.asked_as) add_asked(all, label, asked);
  if (e.kind() != content::entry_kind::smalltalk) add_described(all, label, e.summary);
  const auto* p = e.as<content::procedure>();
  if (!p) return;
  add_asked(all, label, p->official_name);
  add_described(all, label, p->who.value);
}

}  // namespace

topics topics_of(const content::snapshot& content) {
  topics all;
  const auto next = [&] { return static_cast<std::uint32_t>(all.entry_of.size()); };
  for (std::size_t i = 0; i < content.entries().size(); ++i) {
    add_entry(all, next(), content.entries()[i]);
    all.entry_of.emplace_back(i);
  }
  for (const auto& t : content.contents().outside) {
    add_asked(all, next(), t.title);
    for (const auto& asked : t.asked_as) add_asked(all, next(), asked);
    all.entry_of.emplace_back(std::nullopt);
  }
  return all;
}

reader read_all(topics& all, const content::lexicon& words) {
  std::vector<std::string> texts;
  for (const auto& t : all.texts) texts.push_back(t.text);
  reader made{words, texts};
  for (auto& t : all.texts) t.words = made.read_normalised(t.text);
  return made;
}

}  // namespace motcua::intents
