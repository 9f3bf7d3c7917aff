// What a matcher has learnt, and the steps of understanding one message with it. Of matcher.cpp alone and the
// files that hold its steps: belonging.cpp, danger.cpp, second_question.cpp, shortlist.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "intents/learn/topic_model.hpp"
#include "intents/match/aspects.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/exact_phrases.hpp"
#include "intents/match/hazards.hpp"
#include "intents/match/matcher.hpp"
#include "intents/match/meanings.hpp"
#include "intents/match/message.hpp"
#include "intents/match/plain_names.hpp"
#include "intents/match/requests.hpp"
#include "intents/match/topics.hpp"
#include "intents/match/vague_names.hpp"

namespace motcua::intents {

struct matcher::model {
  std::shared_ptr<const content::snapshot> content;
  withheld kept_back;
  topics all{topics_of(*content, kept_back)};
  reader words{read_all(all, content->words())};
  exact_phrases exact{all.texts};
  plain_names names{content->entries(), words};
  vague_names vague{content->entries(), words};
  topic_model subjects{all.texts, all.labels(), words, {}};
  aspect_reader aspects{*content, words, kept_back};
  hazard_reader hazards{};
  request_reader requests{};

  model(std::shared_ptr<const content::snapshot> from, withheld golden)
      : content{std::move(from)}, kept_back{golden} {
    std::vector<labelled_text>{}.swap(all.texts);  // learnt: only their labels are asked from here on
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
  belonging_signs bearing_on(const message& m, const content::entry_id& held) const;
  const content::entry* by_code(const std::string& text) const;
  bool list_exact(const message& m, understanding& u) const;
  void list_ranked(const message& m, const ranking& ranked, const utterance& topic, understanding& u) const;
  bool list_vague(const message& m, const ranking& ranked, understanding& u) const;
  void decide(understanding& u) const;
  bool names_no_matter(const utterance& spoken, const aspect_found& aspect, const ranking& ranked,
                       const understanding& u) const;
  void settle_meaning(const ranking& ranked, understanding& u) const;
  std::optional<danger> danger_told(const ranking& ranked, const utterance& spoken) const;
  std::optional<danger> danger_in_sentence(const content::unit_id& from, const utterance& sentence) const;
  std::optional<danger> danger_heard(const ranking& ranked, const utterance& spoken) const;
  void settle_request(decision wish, understanding& u) const;

  const content::entry_id& id_of(std::uint32_t label) const {
    return content->entries()[*all.entry_of[label]].id;
  }
};

}  // namespace motcua::intents
