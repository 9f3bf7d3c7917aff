// Mends words that are no Vietnamese syllable: keys of an input method that was off ("ddawng"), words run
// together ("khaisinh"), one slip of the finger ("khia snh"), by the syllables and a language model of our
// own content. Deterministic.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intents/text/utterance.hpp"

namespace motcua::intents {

// Counts of folded words and of pairs of them, in how the content says things. Const after construction.
class word_counts {
 public:
  void add(const utterance& said);

  std::uint32_t of(const std::string& folded) const;
  std::uint32_t of_pair(const std::string& left, const std::string& right) const;
  std::vector<std::string> words() const;
  bool has_accented(const std::string& accented) const { return accented_.contains(accented); }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::string, std::uint32_t> pairs_;  // "left right"
  std::unordered_set<std::string> accented_;
};

// Built once; const and free of locks afterwards.
class spelling {
 public:
  // `left_alone`: folded words that are right though they are no syllables (abbreviations, names).
  spelling(word_counts counted, std::unordered_set<std::string> left_alone);

  // Every word that is no syllable and not known is mended where that can be done; the others are kept. Marks
  // that no syllable bears ("truóc") are dropped from the accented form, where they are no evidence.
  utterance mend(utterance said) const;

  static constexpr std::size_t most_mended = 24;  // in one utterance: its cost stays bounded

 private:
  bool known(const std::string& folded) const;
  std::optional<utterance> parted(const word& w, std::size_t pieces) const;
  std::optional<std::string> without_doubling(const std::string& folded) const;
  std::optional<std::string> one_slip_off(const std::string& folded, const std::string& left,
                                          const std::string& right) const;

  word_counts counts_;
  std::unordered_set<std::string> left_alone_;
  // Every known word under itself and under each form with one letter lost (SymSpell).
  std::unordered_map<std::string, std::vector<std::string>> by_loss_;
};

}  // namespace motcua::intents
