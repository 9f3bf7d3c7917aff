#include "intents/match/matcher.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "intents/match/model.hpp"
#include "intents/text/codes.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

// A follow-up like "lấy ngay trong ngày không": short, and its few other words name no entry.
constexpr std::size_t short_text = 9;
constexpr std::size_t hardly_any = 2;
constexpr double hardly_sure = 0.5;

constexpr std::size_t most_ranked = 6;  // topics that are not ours may stand among them

constexpr std::size_t most_heard = 6;  // sentences
constexpr float least_requesting = -0.35F;
constexpr float sure_request = 0.0F;
constexpr float clear_lead = 0.35F;

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

const content::entry* matcher::model::by_code(const std::string& text) const {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = procedure_code_at(text, at);
    if (length == 0) continue;
    if (const auto* entry = content->find_code(std::string_view{text}.substr(at, length))) return entry;
  }
  return nullptr;
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
  if (first.confidence >= (talk ? talk_at : answer_at)) {
    u.entry = first.entry;
    if (!u.aspect_only) u.about = answered_aspect(entry, u.about);  // else it asks this of what is in hand
    u.what = !talk                                         ? decision::answer
             : talk->act == content::smalltalk_act::person ? decision::person
                                                           : decision::smalltalk;
  } else if (first.confidence >= clarify_at && !talk) {
    u.what = decision::clarify;
  }
}

void matcher::model::settle_meaning(const ranking& ranked, understanding& u) const {
  if (ranked.guesses.empty()) return;
  const auto& best = ranked.guesses.front();
  const auto wish = request_in(all.meaning_of[best.label]);
  // "Rồi bao giờ có giấy" follows up; of a dossier it is only where that is said.
  if (wish == decision::own_dossier && u.aspect_only) return;
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

bool matcher::model::names_no_matter(const utterance& spoken, const aspect_found& aspect,
                                     const ranking& ranked, const understanding& u) const {
  if (spoken.empty() || spoken.size() > short_text || u.vague) return false;
  const bool learnt =
      all.side_alone && !ranked.guesses.empty() && ranked.guesses.front().label == *all.side_alone;
  if (learnt && u.what != decision::answer) return true;
  return aspect.named && aspect.topic.size() <= hardly_any &&
         u.confidence < (goes_on(spoken) ? answer_at : hardly_sure) && (!u.outside || aspect.topic.empty());
}

understanding matcher::model::judge(const message& m) const {
  understanding u;
  const auto aspect = aspects.read(m.question ? *m.question : m.whole, m.asking ? &*m.asking : nullptr);
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

matcher::matcher(std::shared_ptr<const content::snapshot> content, withheld kept_back)
    : model_{std::make_unique<model>(std::move(content), kept_back)} {}
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

std::string matcher::mended(std::string_view said) const {
  static constexpr std::string_view punctuation = ",.;!?\n";
  const auto text = bounded(said);
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(punctuation, begin), text.size());
    for (const auto& w : model_->words.read(std::string_view{text}.substr(begin, end - begin)))
      out.append(out.empty() || out.back() == ' ' ? "" : " ").append(w.accented);
    if (end < text.size()) out.append(1, text[end]).append(1, ' ');
    begin = end + 1;
  }
  return out;
}

matcher::judgement matcher::signs_of(std::string_view said, const content::unit_id& from) const {
  const auto m = read_message(bounded(said), model_->words, from);
  const auto ranked = model_->rank(from, m.whole, most_ranked, m.question ? &*m.question : nullptr);
  judgement judged{{}, signs_of_first(ranked, model_->all, m.whole.size())};
  const auto entries = likely_entries(ranked, model_->all, m.whole.size());
  if (!entries.empty()) judged.first = model_->id_of(entries.front().label);
  return judged;
}

belonging_signs matcher::bearing_on(std::string_view said, const content::entry_id& held,
                                    const content::unit_id& from) const {
  return model_->bearing_on(read_message(bounded(said), model_->words, from), held);
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
