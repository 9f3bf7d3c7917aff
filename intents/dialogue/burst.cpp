#include "intents/dialogue/burst.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t words_of_a_thought = 4;

bool is_scrap(const std::string& text) {
  return words_of(normalise(clean(text))).size() < words_of_a_thought;
}

turn one_turn(const mind& with, const conversation& before, const std::string& text, const setting& where) {
  return take_turn(with, before, {citizen_event::kind::text, text}, where);
}

bool matters(const turn& t) {
  return t.what != decision::smalltalk && t.what != decision::not_understood && t.what != decision::silent;
}

}  // namespace

turn take_burst(const mind& with, const conversation& before, std::span<const std::string> texts,
                const setting& where) {
  // What is told in pieces is one answer to the question that stands.
  if (before.reporting || std::all_of(texts.begin(), texts.end(), is_scrap)) {
    std::string whole;
    for (const auto& text : texts) whole += (whole.empty() ? "" : " ") + text;
    return one_turn(with, before, whole, where);
  }
  std::vector<turn> turns;
  for (const auto& text : texts)
    turns.push_back(one_turn(with, turns.empty() ? before : turns.back().after, text, where));
  const bool some_matter = std::any_of(turns.begin(), turns.end(), matters);
  turn all = turns.back();
  all.replies.clear();
  all.effects.clear();
  all.progress.clear();
  all.feedback.clear();
  for (const auto& t : turns) {
    all.feedback.insert(all.feedback.end(), t.feedback.begin(), t.feedback.end());
    all.told_news = all.told_news || t.told_news;
    all.progress.insert(all.progress.end(), t.progress.begin(), t.progress.end());
    all.effects.insert(all.effects.end(), t.effects.begin(), t.effects.end());
    if (some_matter && !matters(t)) continue;
    if (!some_matter) all.replies.clear();  // one kind word is enough
    all.replies.insert(all.replies.end(), t.replies.begin(), t.replies.end());
    all.what = t.what;
    all.entry = t.entry;
    all.about = t.about;
    all.confidence = t.confidence;
  }
  return all;
}

}  // namespace motcua::intents
