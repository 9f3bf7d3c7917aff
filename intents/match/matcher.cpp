#include "intents/match/matcher.hpp"

#include <algorithm>
#include <optional>

#include "intents/learn/topic_model.hpp"
#include "intents/match/aspects.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/exact_phrases.hpp"
#include "intents/match/hazards.hpp"
#include "intents/match/plain_names.hpp"
#include "intents/match/requests.hpp"
#include "intents/match/topics.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_ranked = 10;  // topics that are not ours may stand among them

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
  bool rank(const utterance& spoken, const utterance& topic, understanding& u) const;
  void decide(understanding& u) const;
  const content::entry_id& id_of(std::uint32_t label) const { return content->entries()[*all.entry_of[label]].id; }
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
  const auto* listed = spoken.empty() ? nullptr : exact.find(spoken);
  if (listed) {
    for (const auto label : *listed) {
      if (all.entry_of[label] && u.candidates.size() < most_candidates)
        u.candidates.push_back({id_of(label), 1.0 / static_cast<double>(listed->size())});
    }
    u.outside = u.candidates.empty();
    return true;
  }
  std::optional<std::size_t> named;
  if (!topic.empty()) named = names.find(spoken, topic);
  if (named) u.candidates.push_back({content->entries()[*named].id, called_by_name});
  const auto ranked = subjects.rank(spoken, most_ranked);
  u.outside = !named && !ranked.guesses.empty() && !all.entry_of[ranked.guesses.front().label];
  for (const auto& e : likely_entries(ranked, all, spoken.size())) {
    if (u.candidates.size() == most_candidates) break;
    if (named && all.entry_of[e.label] == named) continue;
    u.candidates.push_back({id_of(e.label), named ? e.confidence * (1 - called_by_name) : e.confidence});
  }
  return false;
}

void matcher::model::decide(understanding& u) const {
  if (u.candidates.empty()) return;
  const auto& first = u.candidates.front();
  u.confidence = first.confidence;
  const auto* talk = entry_of(first).as<content::smalltalk>();
  if (first.confidence >= answer_at) {
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
    u.what = decision::answer;
    u.entry = entry->id;
    u.confidence = 1;
    u.aspect_only = false;
    u.candidates.push_back({entry->id, 1});
    return u;
  }
  const bool exactly = model_->rank(spoken, aspect.topic, u);
  model_->decide(u);
  model_->settle_request(spoken, text, exactly, u);
  return u;
}

}  // namespace motcua::intents
