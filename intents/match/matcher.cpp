#include "intents/match/matcher.hpp"

#include <algorithm>
#include <optional>

#include "intents/learn/topic_model.hpp"
#include "intents/match/aspects.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/exact_phrases.hpp"
#include "intents/match/hazards.hpp"
#include "intents/match/meanings.hpp"
#include "intents/match/plain_names.hpp"
#include "intents/match/requests.hpp"
#include "intents/match/topics.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_ranked = 10;  // topics that are not ours may stand among them

// How sure the likeliest topic must be before a call for help, or a request to people, is taken for one. A call
// missed is worse than one too many.
constexpr float least_alarming = -0.45F;
constexpr float least_requesting = -0.35F;

std::string bounded(std::string_view said) {
  if (said.size() > longest_utterance) {
    const auto cut = said.find_last_of(" \n", longest_utterance);
    said = said.substr(0, cut == std::string_view::npos || cut == 0 ? longest_utterance : cut);
  }
  return clean(said);
}

}  // namespace

struct matcher::model {
  std::shared_ptr<const content::snapshot> content;
  topics all{topics_of(*content)};
  reader words{read_all(all, content->words())};
  exact_phrases exact{all.texts};
  plain_names names{content->entries(), words};
  topic_model subjects{all.texts, all.labels(), words, {}};
  aspect_reader aspects{content->contents().aspects, words};
  hazard_reader hazards{};
  request_reader requests{};

  explicit model(std::shared_ptr<const content::snapshot> from) : content{std::move(from)} {}

  const content::entry* by_code(const std::string& text) const;
  bool list_exact(const utterance& spoken, understanding& u) const;
  void list_ranked(const ranking& ranked, const utterance& spoken, const utterance& topic,
                   understanding& u) const;
  void decide(understanding& u) const;
  void settle_meaning(const ranking& ranked, const utterance& spoken, understanding& u) const;
  void settle_request(decision wish, understanding& u) const;
  void settle_alarm(const utterance& spoken, understanding& u) const;

  const content::entry_id& id_of(std::uint32_t label) const {
    return content->entries()[*all.entry_of[label]].id;
  }
};

const content::entry* matcher::model::by_code(const std::string& text) const {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = procedure_code_at(text, at);
    if (length == 0) continue;
    if (const auto* entry = content->find_code(std::string_view{text}.substr(at, length))) return entry;
  }
  return nullptr;
}

// Where the whole phrase is one that entries list, those are the candidates.
bool matcher::model::list_exact(const utterance& spoken, understanding& u) const {
  const auto* listed = spoken.empty() ? nullptr : exact.find(spoken);
  if (!listed) return false;
  for (const auto label : *listed) {
    if (all.entry_of[label] && u.candidates.size() < most_candidates)
      u.candidates.push_back({id_of(label), 1.0 / static_cast<double>(listed->size())});
  }
  return !u.candidates.empty();
}

void matcher::model::list_ranked(const ranking& ranked, const utterance& spoken, const utterance& topic,
                                 understanding& u) const {
  std::optional<std::size_t> named;
  if (!topic.empty()) named = names.find(spoken, topic);
  if (named) u.candidates.push_back({content->entries()[*named].id, called_by_name});
  u.outside = !named && !ranked.guesses.empty() && !all.entry_of[ranked.guesses.front().label];
  for (const auto& e : likely_entries(ranked, all, spoken.size())) {
    if (u.candidates.size() == most_candidates) break;
    if (named && all.entry_of[e.label] == named) continue;
    u.candidates.push_back({id_of(e.label), named ? e.confidence * (1 - called_by_name) : e.confidence});
  }
}

void matcher::model::decide(understanding& u) const {
  if (u.candidates.empty()) return;
  const auto& first = u.candidates.front();
  const auto& entry = *content->find(first.entry);
  const auto* talk = entry.as<content::smalltalk>();
  u.confidence = first.confidence;
  if (first.confidence >= answer_at) {
    u.entry = first.entry;
    u.about = answered_aspect(entry, u.about);
    u.what = !talk                                         ? decision::answer
             : talk->act == content::smalltalk_act::person ? decision::person
                                                           : decision::smalltalk;
  } else if (first.confidence >= clarify_at && !talk) {
    u.what = decision::clarify;
  }
}

void matcher::model::settle_meaning(const ranking& ranked, const utterance& spoken, understanding& u) const {
  if (ranked.guesses.empty()) return;
  const auto& best = ranked.guesses.front();
  const auto meaning = all.meaning_of[best.label];
  if (const auto hazard = danger_in(meaning)) {
    if (best.margin < least_alarming || hazards.about_papers(spoken)) return;
    u.what = decision::emergency;
    u.hazard = hazard;
    u.confidence = 1;
  } else if (const auto wish = request_in(meaning)) {
    if (best.margin >= least_requesting) settle_request(*wish, u);
  }
}

void matcher::model::settle_request(decision wish, understanding& u) const {
  u.what = wish;
  u.confidence = 1;
  u.entry.reset();
  if (content->find(home_of(wish))) u.entry = home_of(wish);
}

// An emergency number's own entry is the emergency.
void matcher::model::settle_alarm(const utterance& spoken, understanding& u) const {
  if (u.what != decision::answer || hazards.about_papers(spoken)) return;
  if (const auto hazard = danger_of(*u.entry)) {
    u.what = decision::emergency;
    u.hazard = hazard;
    u.confidence = 1;
  }
}

matcher::matcher(std::shared_ptr<const content::snapshot> content)
    : model_{std::make_unique<model>(std::move(content))} {}
matcher::~matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;

understanding matcher::understand(std::string_view said) const {
  understanding u;
  const auto text = bounded(said);
  const auto spoken = model_->words.read(text);
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
    u.candidates.push_back({entry->id, 1});
    u.aspect_only = false;
    model_->decide(u);
    return u;
  }
  if (model_->list_exact(spoken, u)) {
    model_->decide(u);
  } else {
    const auto ranked = model_->subjects.rank(spoken, most_ranked);
    model_->list_ranked(ranked, spoken, aspect.topic, u);
    model_->decide(u);
    model_->settle_meaning(ranked, spoken, u);
    const auto wish = model_->requests.read(spoken);
    if (wish && u.what != decision::emergency) model_->settle_request(*wish, u);
  }
  if (holds_dossier_code(text)) model_->settle_request(decision::own_dossier, u);
  model_->settle_alarm(spoken, u);
  return u;
}

}  // namespace motcua::intents
