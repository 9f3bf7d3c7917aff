#include "intents/learn/ngrams.hpp"

#include <string>

namespace motcua::intents {
namespace {

constexpr std::size_t letters_a_run = 4;

// FNV-1a, then a finaliser, so that the low bits that a table looks at depend on every letter.
constexpr std::uint64_t seed = 0xCBF29CE484222325;
constexpr std::uint64_t prime = 0x100000001B3;

std::uint64_t finished(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93;
  return h ^ (h >> 32);
}

std::uint64_t hash_of(std::string_view text, std::uint64_t from) {
  for (const char c : text) from = (from ^ static_cast<unsigned char>(c)) * prime;
  return finished(from);
}

void add_words(const std::vector<std::uint64_t>& words, ngram_family of, std::vector<ngram>& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    out.push_back({words[i], of, true});
    if (i + 1 < words.size()) out.push_back({finished(words[i] * 31 + words[i + 1]), of});
  }
}

void add_letters(std::string_view text, std::vector<ngram>& out) {
  for (std::size_t at = 0; at + letters_a_run <= text.size(); ++at)
    out.push_back(
        {hash_of(text.substr(at, letters_a_run), seed + static_cast<std::uint64_t>(ngram_family::letters)),
         ngram_family::letters});
}

}  // namespace

void ngrams_of(const utterance& words, std::vector<ngram>& out) {
  out.clear();
  std::vector<std::uint64_t> spoken;
  std::vector<std::uint64_t> folded;
  std::string text = " ";
  for (const auto& w : words) {
    spoken.push_back(hash_of(w.accented, seed + static_cast<std::uint64_t>(ngram_family::spoken)));
    folded.push_back(hash_of(w.folded, seed + static_cast<std::uint64_t>(ngram_family::folded)));
    text.append(w.folded).push_back(' ');
  }
  add_words(spoken, ngram_family::spoken, out);
  add_words(folded, ngram_family::folded, out);
  add_letters(text, out);
}

}  // namespace motcua::intents
