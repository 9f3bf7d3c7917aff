#include "intents/match/matcher.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "intents/match/aspects.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/hazards.hpp"
#include "intents/match/index.hpp"
#include "intents/match/plain_names.hpp"
#include "intents/match/requests.hpp"
#include "intents/match/spelling.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_candidates = 5;

std::string bounded(std::string_view said) {
  if (said.size() > longest_utterance) {
    const auto cut = said.find_last_of(" \n", longest_utterance);
    said = said.substr(0, cut == std::string_view::npos || cut == 0 ? longest_utterance : cut);
  }
  return clean(said);
}

// The whole phrase as a citizen may type it, found again without scoring. What two entries share belongs to
// neither.
class exact_phrases {
 public:
  exact_phrases(std::span<const content::entry> entries, const expander& lexicon) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      add(lexicon.expand(normalise(clean(entries[i].title))), i);
      for (const auto& asked : entries[i].asked_as) add(lexicon.expand(normalise(clean(asked))), i);
      for (const auto& asked : entries[i].asked_as) add(lexicon.expand(fold(normalise(clean(asked)))), i);
    }
  }

  const std::vector<std::size_t>* find(const std::string& expanded) const {
    if (const auto at = by_text_.find(expanded); at != by_text_.end()) return &at->second;
    const auto at = by_folded_.find(fold(expanded));
    return at == by_folded_.end() ? nullptr : &at->second;
  }

 private:
  static void put(std::vector<std::size_t>& entries, std::size_t entry) {
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
  }
  void add(const std::string& text, std::size_t entry) {
    put(by_text_[text], entry);
    put(by_folded_[fold(text)], entry);
  }

  std::unordered_map<std::string, std::vector<std::size_t>> by_text_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_folded_;
};

std::string joined(const utterance& words) {
  std::string text;
  for (const auto& w : words) text.append(text.empty() ? "" : " ").append(w.accented);
  return text;
}

}  // namespace

struct matcher::model {
  std::shared_ptr<const content::snapshot> content;
  expander lexicon{content->words()};
  exact_phrases exact{content->entries(), lexicon};
  plain_names names{content->entries(), lexicon};
  index entries{content->entries(), lexicon};
  spelling spell{entries.vocabulary()};
  aspect_reader aspects{};
  hazard_reader hazards{};
  request_reader requests{};

  explicit model(std::shared_ptr<const content::snapshot> from) : content{std::move(from)} {}

  const content::entry* by_code(const std::string& text) const;
  bool rank(const utterance& spoken, const utterance& topic, understanding& u) const;
  void decide(bool exactly, understanding& u) const;
  void settle_request(const utterance& spoken, const std::string& text, bool exactly, understanding& u) const;
  const content::entry& entry_of(const candidate& c) const { return *content->find(c.entry); }
};

const content::entry* matcher::model::by_code(const std::string& text) const {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = procedure_code_at(text, at);
    if (length == 0) continue;
    if (const auto* entry = content->find_code(std::string_view{text}.substr(at, length))) return entry;
  }
  return nullptr;
}

// Fills the candidates; true where the whole phrase is one that an entry lists.
bool matcher::model::rank(const utterance& spoken, const utterance& topic, understanding& u) const {
  if (const auto* listed = exact.find(joined(spoken)); listed && !spoken.empty()) {
    for (const auto i : *listed) {
      if (u.candidates.size() == most_candidates) break;
      u.candidates.push_back({content->entries()[i].id, 1.0 / static_cast<double>(listed->size())});
    }
    return true;
  }
  std::optional<std::size_t> named;
  if (!topic.empty()) named = names.find(spoken, topic);
  if (named) u.candidates.push_back({content->entries()[*named].id, called_by_name});
  const auto ranked = entries.rank(spell.mend(spoken), most_candidates);
  const auto shares = confidences(ranked);
  for (std::size_t i = 0; i < ranked.size() && u.candidates.size() < most_candidates; ++i) {
    if (ranked[i].score <= 0 || (named && ranked[i].entry == *named)) continue;
    u.candidates.push_back(
        {content->entries()[ranked[i].entry].id, named ? shares[i] * (1 - called_by_name) : shares[i]});
  }
  return false;
}

void matcher::model::decide(bool exactly, understanding& u) const {
  if (u.candidates.empty()) return;
  const auto& first = u.candidates.front();
  u.confidence = first.confidence;
  const auto* talk = entry_of(first).as<content::smalltalk>();
  const double enough = exactly ? 1 : talk ? smalltalk_at : answer_at;
  if (first.confidence >= enough) {
    u.entry = first.entry;
    u.what = !talk                                         ? decision::answer
             : talk->act == content::smalltalk_act::person ? decision::person
                                                           : decision::smalltalk;
  } else if (first.confidence >= clarify_at && !talk) {
    u.what = decision::clarify;
  }
}

// A request goes before a likely entry, but a phrase that an entry lists word for word goes before a request.
void matcher::model::settle_request(const utterance& spoken, const std::string& text, bool exactly,
                                    understanding& u) const {
  auto wish = requests.read(spoken);
  if (!wish && holds_dossier_code(text)) wish = decision::own_dossier;
  if (!wish || (exactly && u.entry && *u.entry != home_of(*wish))) return;
  u.what = *wish;
  u.confidence = 1;
  u.entry.reset();
  if (content->find(home_of(*wish))) u.entry = home_of(*wish);
}

matcher::matcher(std::shared_ptr<const content::snapshot> content)
    : model_{std::make_unique<model>(std::move(content))} {}
matcher::~matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;

understanding matcher::understand(std::string_view said) const {
  understanding u;
  const auto text = bounded(said);
  const auto spoken = read_utterance(text, model_->lexicon);
  const auto aspect = model_->aspects.read(spoken);
  u.about = aspect.about;
  u.aspect_named = aspect.named;
  u.aspect_only = aspect.only;
  if ((u.hazard = model_->hazards.read(spoken))) {
    u.what = decision::emergency;
    u.confidence = 1;
    return u;
  }
  if (const auto* entry = model_->by_code(text)) {
    u.what = decision::answer;
    u.entry = entry->id;
    u.confidence = 1;
    u.aspect_only = false;
    u.candidates.push_back({entry->id, 1});
    return u;
  }
  const bool exactly = model_->rank(spoken, aspect.topic, u);
  model_->decide(exactly, u);
  model_->settle_request(spoken, text, exactly, u);
  return u;
}

}  // namespace motcua::intents
