#include "intents/match/matcher.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "intents/learn/topic_model.hpp"
#include "intents/match/aspects.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/exact_phrases.hpp"
#include "intents/match/hazards.hpp"
#include "intents/match/meanings.hpp"
#include "intents/match/message.hpp"
#include "intents/match/plain_names.hpp"
#include "intents/match/requests.hpp"
#include "intents/match/topics.hpp"
#include "intents/match/vague_names.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_choices = 4;
// A follow-up like "lấy ngay trong ngày không": short, and its few other words name no entry.
constexpr std::size_t short_text = 9;
constexpr std::size_t hardly_any = 2;
constexpr double hardly_sure = 0.5;

// Two questions in one message are two where each by itself is this sure and they are not the same.
constexpr double sure_of_each = 0.6;

constexpr std::size_t most_ranked = 6;  // topics that are not ours may stand among them
constexpr std::size_t most_of_half = 3;

// How sure the likeliest topic must be before a call for help, or a request to people, is taken for one. A
// call missed is worse than one too many.
constexpr float least_alarming = -0.45F;
constexpr float plainly_alarming = 0.1F;
constexpr std::size_t most_heard = 6;  // sentences
constexpr float least_requesting = -0.35F;
constexpr float sure_request = 0.0F;
constexpr float clear_lead = 0.35F;
constexpr float clear_entry = 0.0F;  // the margin from which an entry speaks against a mere mention of danger

// "thế ...", "vậy ...", "còn ...": said of what was talked of before.
bool goes_on(const utterance& spoken) {
  static const std::unordered_set<std::string_view> openings{"the", "vay", "rua", "con", "z", "v"};
  return !spoken.empty() && openings.contains(spoken.front().folded);
}

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
  vague_names vague{content->entries(), words};
  topic_model subjects{all.texts, all.labels(), words, {}};
  aspect_reader aspects{*content, words};
  hazard_reader hazards{};
  request_reader requests{};

  explicit model(std::shared_ptr<const content::snapshot> from) : content{std::move(from)} {
    all.texts = {};  // learnt: only their labels are asked from here on
  }

  ranking rank(const content::unit_id& from, const utterance& spoken, std::size_t most,
               const utterance* focus = nullptr) const;
  std::optional<std::size_t> named(const content::unit_id& from, const utterance& spoken,
                                   const utterance& topic) const;
  bool concerns(const content::unit_id& from, std::size_t entry) const {
    return content->concerns(from, content->entries()[entry]);
  }
  void find_second(const message& m, understanding& u) const;
  std::optional<candidate> likeliest(const content::unit_id& from, const utterance& part) const;
  understanding judge(const message& m) const;
  const content::entry* by_code(const std::string& text) const;
  bool list_exact(const message& m, understanding& u) const;
  void list_ranked(const message& m, const ranking& ranked, const utterance& topic, understanding& u) const;
  bool list_vague(const message& m, const ranking& ranked, understanding& u) const;
  void decide(understanding& u) const;
  bool names_no_matter(const utterance& spoken, const aspect_found& aspect, const ranking& ranked,
                       const understanding& u) const;
  void settle_meaning(const ranking& ranked, understanding& u) const;
  std::optional<danger> danger_in_sentence(const content::unit_id& from, const utterance& sentence) const;
  std::optional<danger> danger_heard(const ranking& ranked, const utterance& spoken) const;
  void settle_request(decision wish, understanding& u) const;

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

// The topics that concern the unit: another unit's own entries are none.
ranking matcher::model::rank(const content::unit_id& from, const utterance& spoken, std::size_t most,
                             const utterance* focus) const {
  auto ranked = subjects.rank(spoken, most, focus);
  std::erase_if(ranked.guesses, [&](const guess& g) {
    const auto entry = all.entry_of[g.label];
    return entry && !concerns(from, *entry);
  });
  return ranked;
}

std::optional<std::size_t> matcher::model::named(const content::unit_id& from, const utterance& spoken,
                                                 const utterance& topic) const {
  const auto found = topic.empty() ? std::nullopt : names.find(spoken, topic);
  return found && concerns(from, *found) ? found : std::nullopt;
}

// Where the whole phrase is one that entries list, those are the candidates.
bool matcher::model::list_exact(const message& m, understanding& u) const {
  const auto* listed = m.whole.empty() ? nullptr : exact.find(m.whole);
  if (!listed) return false;
  for (const auto label : *listed) {
    if (all.entry_of[label] && concerns(m.from, *all.entry_of[label]) &&
        u.candidates.size() < most_candidates)
      u.candidates.push_back({id_of(label), 1.0 / static_cast<double>(listed->size())});
  }
  return !u.candidates.empty();
}

void matcher::model::list_ranked(const message& m, const ranking& ranked, const utterance& topic,
                                 understanding& u) const {
  const auto called = named(m.from, m.whole, topic);
  if (called) u.candidates.push_back({content->entries()[*called].id, called_by_name});
  if (!called && !u.aspect_named) u.vague = list_vague(m, ranked, u);
  const auto first = ranked.guesses.empty() ? std::nullopt : std::optional{ranked.guesses.front().label};
  u.outside = !called && first && first != all.side_alone && !all.entry_of[*first];
  for (const auto& e : likely_entries(ranked, all, m.whole.size())) {
    if (u.candidates.size() == most_candidates) break;
    const auto same = [&](const candidate& c) { return c.entry == id_of(e.label); };
    if (std::any_of(u.candidates.begin(), u.candidates.end(), same)) continue;
    u.candidates.push_back({id_of(e.label), called ? e.confidence * (1 - called_by_name) : e.confidence});
  }
}

// Those whose titles have all of the few words said, in the order of the ranking.
bool matcher::model::list_vague(const message& m, const ranking& ranked, understanding& u) const {
  auto borne = vague.find(m.whole);
  std::erase_if(borne, [&](std::size_t entry) { return !concerns(m.from, entry); });
  if (borne.empty()) return false;
  const auto is_borne = [&](std::size_t entry) {
    return std::binary_search(borne.begin(), borne.end(), entry);
  };
  std::vector<std::size_t> order;
  for (const auto& g : ranked.guesses)
    if (all.entry_of[g.label] && is_borne(*all.entry_of[g.label])) order.push_back(*all.entry_of[g.label]);
  for (const auto entry : borne)
    if (std::find(order.begin(), order.end(), entry) == order.end()) order.push_back(entry);
  if (order.size() > most_choices) order.resize(most_choices);
  for (const auto entry : order)
    u.candidates.push_back({content->entries()[entry].id, 1.0 / static_cast<double>(order.size())});
  return true;
}

void matcher::model::decide(understanding& u) const {
  if (u.candidates.empty()) return;
  if (u.vague) {
    u.what = decision::clarify;
    u.confidence = u.candidates.front().confidence;
    return;
  }
  const auto& first = u.candidates.front();
  const auto& entry = *content->find(first.entry);
  const auto* talk = entry.as<content::smalltalk>();
  u.confidence = first.confidence;
  if (first.confidence >= answer_at) {
    u.entry = first.entry;
    if (!u.aspect_only) u.about = answered_aspect(entry, u.about);  // else it asks this of what is in hand
    u.what = !talk                                         ? decision::answer
             : talk->act == content::smalltalk_act::person ? decision::person
                                                           : decision::smalltalk;
  } else if (first.confidence >= clarify_at && !talk) {
    u.what = decision::clarify;
  }
}

// A certain cry counts whatever else is said. What only sounds like danger counts where the words are about
// no papers and no other entry is clearly meant; so does a likeness to calls for help that were learnt.
std::optional<danger> matcher::model::danger_heard(const ranking& ranked, const utterance& spoken) const {
  const auto cry = hazards.read(spoken);
  if (ranked.guesses.empty()) return cry ? std::optional{cry->what} : std::nullopt;
  const auto& best = ranked.guesses.front();
  const auto entry = all.entry_of[best.label];
  const auto learnt =
      entry ? danger_of(content->entries()[*entry].id) : danger_in(all.meaning_of[best.label]);
  const bool agreed = cry && learnt && cry->heard[static_cast<std::size_t>(*learnt)];
  if (agreed) return learnt;
  if (cry && cry->certain) return cry->what;
  if (learnt && best.margin >= least_alarming && !hazards.about_papers(spoken))
    return cry && best.margin < clear_entry ? cry->what : *learnt;
  const bool clearly_other = !learnt && entry && best.margin > clear_entry;
  return cry && !clearly_other ? std::optional{cry->what} : std::nullopt;
}

// In a long message the danger may be told in one sentence and drown in the others: then it must be plainer.
std::optional<danger> matcher::model::danger_in_sentence(const content::unit_id& from,
                                                         const utterance& sentence) const {
  const auto ranked = rank(from, sentence, 1);
  if (ranked.guesses.empty() || ranked.guesses.front().margin < plainly_alarming) return std::nullopt;
  return danger_heard(ranked, sentence);
}

void matcher::model::settle_meaning(const ranking& ranked, understanding& u) const {
  if (ranked.guesses.empty()) return;
  const auto& best = ranked.guesses.front();
  const auto wish = request_in(all.meaning_of[best.label]);
  const float lead = ranked.guesses.size() > 1 ? best.score - ranked.guesses[1].score : 1;
  if (wish && (best.margin >= sure_request || (best.margin >= least_requesting && lead >= clear_lead)))
    settle_request(*wish, u);
}

void matcher::model::settle_request(decision wish, understanding& u) const {
  u.what = wish;
  u.confidence = 1;
  u.entry.reset();
  if (content->find(home_of(wish))) u.entry = home_of(wish);
}

// Parts the message where it may turn to another matter, and takes the parting whose halves are the surest.
void matcher::model::find_second(const message& m, understanding& u) const {
  double best = 0;
  for (const auto& [first, second] : halves_of(m)) {
    const auto a = likeliest(m.from, first);
    const auto b = likeliest(m.from, second);
    if (!a || !b || a->entry == b->entry || a->confidence * b->confidence <= best) continue;
    best = a->confidence * b->confidence;
    const auto& entry = *content->find(a->entry);
    u.what = decision::answer;
    u.confidence = std::min(a->confidence, b->confidence);
    u.entry = a->entry;
    u.about = answered_aspect(entry, aspects.read(first).about);
    u.also = second_question{b->entry, answered_aspect(*content->find(b->entry), aspects.read(second).about)};
    std::stable_partition(u.candidates.begin(), u.candidates.end(),
                          [&](const candidate& c) { return c.entry == a->entry; });
  }
}

std::optional<candidate> matcher::model::likeliest(const content::unit_id& from,
                                                   const utterance& part) const {
  if (const auto called = named(from, part, aspects.read(part).topic))
    return candidate{content->entries()[*called].id, called_by_name};
  const auto ranked = rank(from, part, most_of_half);
  const auto entries = likely_entries(ranked, all, part.size());
  if (entries.empty() || entries.front().confidence < sure_of_each) return std::nullopt;
  if (content->entries()[*all.entry_of[entries.front().label]].kind() == content::entry_kind::smalltalk)
    return std::nullopt;
  return candidate{id_of(entries.front().label), entries.front().confidence};
}

bool matcher::model::names_no_matter(const utterance& spoken, const aspect_found& aspect,
                                     const ranking& ranked, const understanding& u) const {
  if (spoken.size() > short_text || u.vague) return false;
  const bool learnt =
      all.side_alone && !ranked.guesses.empty() && ranked.guesses.front().label == *all.side_alone;
  if (learnt && u.what != decision::answer) return true;
  return aspect.named && aspect.topic.size() <= hardly_any &&
         u.confidence < (goes_on(spoken) ? answer_at : hardly_sure) && (!u.outside || aspect.topic.empty());
}

understanding matcher::model::judge(const message& m) const {
  understanding u;
  const auto aspect = aspects.read(m.question ? *m.question : m.whole);
  u.about = aspect.about;
  u.aspect_named = aspect.named;
  u.aspect_only = aspect.only && !m.question;
  if (list_exact(m, u)) {
    decide(u);
    if (u.entry) u.hazard = danger_of(*u.entry);
    const auto wish = requests.read(m.whole);
    if (wish && u.entry == home_of(*wish)) settle_request(*wish, u);
  } else {
    const auto ranked = rank(m.from, m.whole, most_ranked, m.question ? &*m.question : nullptr);
    list_ranked(m, ranked, aspect.topic, u);
    decide(u);
    settle_meaning(ranked, u);
    if (const auto wish = requests.read(m.whole)) settle_request(*wish, u);
    u.about_a_side_alone = names_no_matter(m.whole, aspect, ranked, u);
    if (u.what == decision::answer || u.what == decision::clarify) find_second(m, u);
    u.hazard = danger_heard(ranked, m.whole);
    for (std::size_t i = 0; !u.hazard && i < m.sentences.size() && i < most_heard; ++i)
      u.hazard = danger_in_sentence(m.from, m.sentences[i]);
  }
  if (u.hazard) {
    u.what = decision::emergency;
    u.confidence = 1;
  }
  return u;
}

matcher::matcher(std::shared_ptr<const content::snapshot> content)
    : model_{std::make_unique<model>(std::move(content))} {}
matcher::~matcher() = default;
matcher::matcher(matcher&&) noexcept = default;
matcher& matcher::operator=(matcher&&) noexcept = default;

understanding matcher::understand(std::string_view said, const content::unit_id& from) const {
  const auto text = bounded(said);
  const auto message = read_message(text, model_->words, from);
  auto u = model_->judge(message);
  const auto* entry = model_->by_code(text);
  if (entry && u.what != decision::emergency) {
    u.candidates.assign(1, {entry->id, 1});
    u.aspect_only = false;
    model_->decide(u);
  }
  if (holds_dossier_code(text) && u.what != decision::emergency)
    model_->settle_request(decision::own_dossier, u);
  return u;
}

matcher::judgement matcher::signs_of(std::string_view said, const content::unit_id& from) const {
  const auto m = read_message(bounded(said), model_->words, from);
  const auto ranked = model_->rank(from, m.whole, most_ranked, m.question ? &*m.question : nullptr);
  judgement judged{{}, signs_of_first(ranked, model_->all, m.whole.size())};
  const auto entries = likely_entries(ranked, model_->all, m.whole.size());
  if (!entries.empty()) judged.first = model_->id_of(entries.front().label);
  return judged;
}

std::optional<content::entry_id> matcher::learnt_as(std::string_view said,
                                                    const content::unit_id& from) const {
  const auto ranked = model_->rank(from, model_->words.read(bounded(said)), most_ranked);
  const auto best = std::max_element(ranked.guesses.begin(), ranked.guesses.end(),
                                     [](const guess& a, const guess& b) { return a.margin < b.margin; });
  if (best == ranked.guesses.end() || !model_->all.entry_of[best->label]) return std::nullopt;
  return model_->id_of(best->label);
}

std::optional<content::entry_id> matcher::likeliest_among(std::string_view said,
                                                          std::span<const content::entry_id> entries) const {
  const auto spoken = model_->words.read(bounded(said));
  if (entries.empty() || model_->aspects.read(spoken).topic.empty()) return std::nullopt;
  const auto ranked = model_->subjects.rank(spoken, model_->all.labels());
  for (const auto& g : ranked.guesses) {
    if (!model_->all.entry_of[g.label]) continue;
    const auto& id = model_->id_of(g.label);
    if (std::find(entries.begin(), entries.end(), id) != entries.end()) return id;
  }
  return std::nullopt;
}

}  // namespace motcua::intents
