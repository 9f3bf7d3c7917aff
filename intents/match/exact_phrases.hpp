// The whole phrase as an entry lists it, found again without scoring.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "intents/learn/classifier.hpp"

namespace motcua::intents {

// Const after construction.
class exact_phrases {
 public:
  explicit exact_phrases(std::span<const labelled_text> texts);

  // The labels that list it; one written all without diacritics is found by its bare form. nullptr: none.
  const std::vector<std::uint32_t>* find(const utterance& spoken) const;

 private:
  using labels_by_text = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  labels_by_text accented_;
  labels_by_text folded_;
};

}  // namespace motcua::intents
