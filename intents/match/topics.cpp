#include "intents/match/topics.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "intents/learn/on_threads.hpp"
#include "intents/text/normalise.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

using content::outside_meaning;

namespace {

constexpr float of_description = 0.3F;  // cost of an error on it, against 1 on a phrase: by cross-validation
constexpr unsigned reading_threads = 2;
constexpr std::size_t fewest_words = 2;
constexpr std::size_t topics_a_label = 6;
constexpr std::size_t questions_a_label = 48;  // about as many as six topics have phrases

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

// Where the words of an entry lead: a record that something replaced is asked for by its code alone, and its
// words mean what replaced it.
std::uint32_t taught_as(const content::snapshot& content, std::size_t entry) {
  const auto& e = content.entries()[entry];
  if (e.kind() == content::entry_kind::record && e.replaced_by)
    for (std::uint32_t i = 0; i < content.entries().size(); ++i)
      if (content.entries()[i].id == *e.replaced_by) return i;
  return static_cast<std::uint32_t>(entry);
}

void add_entry(topics& all, std::uint32_t label, const content::entry& e) {
  add_asked(all, label, e.title);
  if (e.kind() != content::entry_kind::record) add_asked(all, label, spoken_id(e.id));
  for (const auto& asked : e.asked_as) add_asked(all, label, asked);
  if (e.kind() != content::entry_kind::smalltalk) add_described(all, label, e.summary);
  if (const auto* known = e.as<content::record>()) add_asked(all, label, known->official_name);
  const auto* p = e.as<content::procedure>();
  if (!p) return;
  add_asked(all, label, p->official_name);
  for (const auto& line : p->who.value) add_described(all, label, line.text);
}

void add_follow_ups(topics& all, std::span<const content::aspect_phrase> phrases) {
  for (const auto& p : phrases) {
    if (!p.alone) continue;
    if (!all.side_alone) all.side_alone = all.add_label(std::nullopt, outside_meaning::none);
    add_asked(all, *all.side_alone, p.text);
  }
}

// All calls for an ambulance share a label, whichever topic lists them: two would be learnt one against the
// other.
std::uint32_t label_meaning(topics& all, outside_meaning meaning) {
  const auto known = std::find(all.meaning_of.begin(), all.meaning_of.end(), meaning);
  if (known != all.meaning_of.end()) return static_cast<std::uint32_t>(known - all.meaning_of.begin());
  return all.add_label(std::nullopt, meaning);
}

void add_golden(topics& all, const content::snapshot& content, withheld kept_back) {
  std::map<content::entry_id, std::uint32_t> label_of;
  for (std::uint32_t i = 0; i < content.entries().size(); ++i) label_of[content.entries()[i].id] = i;
  std::size_t declined = 0;
  std::uint32_t shared = 0;
  const auto& golden = content.contents().golden;
  for (std::size_t row = 0; row < golden.size(); ++row) {
    const auto& g = golden[row];
    if (kept_back.holds(row)) continue;
    if (const auto entry = label_of.find(g.entry); entry != label_of.end()) {
      add_asked(all, entry->second, g.text);
    } else if (g.expect == content::golden_outcome::outside) {
      if (declined++ % questions_a_label == 0) shared = all.add_label(std::nullopt, outside_meaning::none);
      add_asked(all, shared, g.text);
    } else if (const auto meaning = content::parse_outside_meaning(name_of(g.expect))) {
      add_asked(all, label_meaning(all, *meaning), g.text);
    }
  }
}

}  // namespace

std::uint32_t topics::add_label(std::optional<std::size_t> entry, outside_meaning meaning) {
  entry_of.push_back(entry);
  meaning_of.push_back(meaning);
  return static_cast<std::uint32_t>(entry_of.size() - 1);
}

topics topics_of(const content::snapshot& content, withheld kept_back) {
  topics all;
  for (std::size_t i = 0; i < content.entries().size(); ++i) all.add_label(i, outside_meaning::none);
  for (std::size_t i = 0; i < content.entries().size(); ++i)
    add_entry(all, taught_as(content, i), content.entries()[i]);
  std::size_t declined = 0;
  std::uint32_t shared = 0;
  for (const auto& t : content.contents().outside) {
    const bool alone = t.means != outside_meaning::none;
    if (!alone && declined++ % topics_a_label == 0) shared = all.add_label(std::nullopt, t.means);
    const auto label = alone ? label_meaning(all, t.means) : shared;
    if (!alone) add_asked(all, label, t.title);
    for (const auto& asked : t.asked_as) add_asked(all, label, asked);
  }
  add_follow_ups(all, content.contents().aspects);
  all.well_spelt = all.texts.size();
  add_golden(all, content, kept_back);
  return all;
}

reader read_all(topics& all, const content::lexicon& words) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < all.well_spelt; ++i) texts.push_back(all.texts[i].text);
  reader made{words, texts};
  each_on_threads(reading_threads, all.texts.size(),
                  [&](std::size_t i) { all.texts[i].words = made.read_normalised(all.texts[i].text); });
  return made;
}

}  // namespace motcua::intents
