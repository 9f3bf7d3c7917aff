// A search index over the entries of a snapshot: words and pairs of words, with diacritics as evidence.
//
// Every way of naming an entry (title, official name, id, each asked_as) is a phrase. An entry's score is
// half the nearest phrase's cosine, half how much of the query's weight the entry's words cover. Weights are
// inverse entry frequencies, so "bao nhiêu tiền", which every entry has, decides nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/knowledge/entry.hpp"
#include "intents/text/utterance.hpp"
#include "intents/text/expand.hpp"

namespace motcua::intents {

struct scored {
  std::size_t entry = 0;  // position in the snapshot
  double score = 0;       // 0 to 1
  double nearest = 0;     // cosine of the nearest phrase
  double covered = 0;     // share of the query's weight
  double topical = 0;     // share of the weight of its words other than filler and numbers
};

// Const and free of locks after construction.
class index {
 public:
  index(std::span<const content::entry> entries, const expander& lexicon);

  // Best first, at most `most`; equal scores keep the order of the snapshot.
  std::vector<scored> rank(const utterance& query, std::size_t most) const;

  bool knows(const std::string& folded_word) const { return terms_.contains(folded_word); }
  std::vector<std::string> vocabulary() const;

 private:
  struct posting {
    std::uint32_t phrase;
    float weight;
  };
  struct use {  // of a term in an entry
    std::uint32_t entry;
    float weight;  // 1 in a title, less in a summary
    std::vector<std::string>
        forms;  // how it is written with diacritics; the folded form where it is written bare
  };
  struct term {
    double idf = 0;
    std::vector<use> uses;          // by entry
    std::vector<posting> postings;  // by phrase
  };
  struct phrase {
    std::uint32_t entry;
    double length = 0;
  };
  struct query_term {
    const term* known;
    word written;
    double weight;
  };

  void add(std::uint32_t entry, const utterance& words, float weight, bool as_phrase);
  void weigh();
  std::vector<query_term> terms_of(const utterance& query, double& total) const;

  std::unordered_map<std::string, term> terms_;
  std::vector<phrase> phrases_;
  std::size_t entries_ = 0;
};

}  // namespace motcua::intents
