// An utterance as hashed n-grams: words and pairs of words with and without diacritics, and runs of four
// letters of the folded text, across word borders, so that "khaisinh" still resembles "khai sinh". Runs of
// two, three and five as well were measured: they cost time and memory, and find no more.
#pragma once

#include <cstdint>
#include <vector>

#include "intents/text/utterance.hpp"

namespace motcua::intents {

enum class ngram_family : std::uint8_t { spoken, folded, letters };
inline constexpr std::size_t ngram_families = 3;

struct ngram {
  std::uint64_t key;  // also tells families and lengths apart
  ngram_family of;
  bool single = false;  // one word, not a pair
};

// Every occurrence, family by family, each in the order of the text. `out` is cleared first and keeps its
// memory between calls.
void ngrams_of(const utterance& words, std::vector<ngram>& out);

}  // namespace motcua::intents
