#include "intents/match/aspects.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "intents/match/aspect_cues.hpp"
#include "intents/match/filler.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

// Words that speak of a procedure in general, so they name none: "nộp hồ sơ ở đâu", "thủ tục này làm online
// được không".
const std::unordered_set<std::string_view> general_words{
    "nop",   "ho",    "so",   "giay",  "to",   "thu",  "tuc",      "tien", "vu",    "nhan",   "lay",
    "lau",   "thanh", "mang", "goi",   "dien", "file", "download", "link", "don",   "online", "bao",
    "nhieu", "tot",   "phi",  "tong",  "cong", "gom",  "nhung",    "khac", "them",  "chuan",  "ket",
    "xu",    "ly",    "giai", "quyet", "cap",  "truc", "tiep",     "hen",  "thoai", "buoc"};

// "mất" outside a cue ("mất bao lâu") is the loss of something, and that is a topic.
bool names_nothing(const std::string& folded) {
  if (folded == "mat") return false;
  return is_filler(folded) || general_words.contains(folded);
}

constexpr auto words_of_cues = [] {
  std::array<std::string_view, aspect_cues.size()> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = aspect_cues[i].words;
  return words;
}();

constexpr std::size_t strongest = 3;  // of a cue
constexpr std::size_t fewest_phrases = 100;
constexpr float of_name = 0.6F;        // what an error costs, against one on a phrase
constexpr float sure_side = -0.1F;     // margin from which the learnt side counts as named
constexpr float asking_weight = 0.5F;  // of the part that asks, beside the whole: by cross-validation
constexpr int naming_strength = 2;     // of a cue

// What was said, and a word of our own for each cue in it: in a long story the few words that ask would drown
// among the others, and every way to ask for a side that the table knows counts as one.
utterance with_cues(utterance spoken, const cue_finder& cues) {
  std::vector<bool> named(content::all_aspects.size() * (strongest + 1), false);
  for (const auto& [number, at] : cues.find_all(spoken)) {
    const auto& c = aspect_cues[number];
    const auto side = std::find(content::all_aspects.begin(), content::all_aspects.end(), c.about);
    named[static_cast<std::size_t>(side - content::all_aspects.begin()) * (strongest + 1) +
          static_cast<std::size_t>(c.strength)] = true;
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (!named[i]) continue;
    const auto mark = "<" + std::to_string(i) + ">";
    spoken.push_back({mark, mark});
  }
  return spoken;
}

// A name with nothing said of it asks for the overview.
std::optional<classifier> learnt_from(const content::snapshot& content, const reader& words,
                                      const cue_finder& cues, withheld kept_back) {
  const auto& phrases = content.contents().aspects;
  if (phrases.size() < fewest_phrases) return std::nullopt;
  std::vector<labelled_text> texts;
  const auto add = [&](std::string_view asked, content::aspect about, float cost = 1) {
    const auto label = std::find(content::all_aspects.begin(), content::all_aspects.end(), about);
    auto text = normalise(clean(asked));
    auto read = with_cues(words.read_normalised(text), cues);
    texts.push_back({std::move(text), std::move(read),
                     static_cast<std::uint32_t>(label - content::all_aspects.begin()), cost, true});
  };
  for (const auto& p : phrases) add(p.text, p.about);
  const auto& golden = content.contents().golden;
  for (std::size_t row = 0; row < golden.size(); ++row)
    if (golden[row].expect == content::golden_outcome::entry && !kept_back.holds(row))
      add(golden[row].text, golden[row].about);
  for (const auto& e : content.entries()) {
    if (e.kind() == content::entry_kind::smalltalk) continue;
    add(e.title, content::aspect::overview, of_name);
    if (const auto* p = e.as<content::procedure>()) add(p->official_name, content::aspect::overview, of_name);
  }
  learning_options options;
  options.letters = false;
  options.slips = 0;
  return classifier{texts, content::all_aspects.size(), words, options};
}

}  // namespace

content::aspect answered_aspect(const content::entry& entry, content::aspect asked) {
  if (entry.kind() == content::entry_kind::procedure) return asked;
  const bool has_contact = entry.kind() != content::entry_kind::smalltalk;
  return asked == content::aspect::contact && has_contact ? asked : content::aspect::overview;
}

aspect_reader::aspect_reader(const content::snapshot& content, const reader& words, withheld kept_back)
    : cues_{words_of_cues}, sides_{learnt_from(content, words, cues_, kept_back)} {}

const aspect_cue* aspect_reader::strongest_cue(const utterance& spoken, std::vector<bool>& cued) const {
  const aspect_cue* best = nullptr;
  place best_at;
  for (const auto& [number, at] : cues_.find_all(spoken)) {
    std::fill(cued.begin() + static_cast<std::ptrdiff_t>(at.begin),
              cued.begin() + static_cast<std::ptrdiff_t>(at.end), true);
    const auto& c = aspect_cues[number];
    const auto rank = std::tuple{c.strength, at.end - at.begin, spoken.size() - at.begin};
    if (!best ||
        rank > std::tuple{best->strength, best_at.end - best_at.begin, spoken.size() - best_at.begin}) {
      best = &c;
      best_at = at;
    }
  }
  return best;
}

aspect_reader::side aspect_reader::learnt(const utterance& spoken, const utterance* asking,
                                          const aspect_cue* best) const {
  if (!sides_) return {best ? best->about : content::aspect::overview, false};
  std::vector<float> margins;
  std::vector<ngram> grams;
  ngrams_of(with_cues(spoken, cues_), grams);
  sides_->score(grams, margins);
  if (asking) {
    std::vector<float> of_asking;
    ngrams_of(with_cues(*asking, cues_), grams);
    sides_->score(grams, of_asking);
    for (std::size_t k = 0; k < margins.size(); ++k)
      margins[k] = (margins[k] + asking_weight * of_asking[k]) / (1 + asking_weight);
  }
  const auto first = std::max_element(margins.begin(), margins.end());
  const auto about = content::all_aspects[static_cast<std::size_t>(first - margins.begin())];
  return {about, about != content::aspect::overview && *first > sure_side};
}

aspect_found aspect_reader::read(const utterance& spoken, const utterance* asking) const {
  aspect_found found;
  std::vector<bool> cued(spoken.size(), false);
  const auto* best = strongest_cue(spoken, cued);
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    if (!cued[i] && !names_nothing(spoken[i].folded)) found.topic.push_back(spoken[i]);
  }
  const auto told = learnt(spoken, asking, best);
  found.about = told.about;
  found.named = told.sure || (best && best->strength >= naming_strength);
  found.only = (best || told.sure) && found.topic.empty() && !spoken.empty();
  if (found.only && best && found.about == content::aspect::overview) found.about = best->about;
  return found;
}

}  // namespace motcua::intents
