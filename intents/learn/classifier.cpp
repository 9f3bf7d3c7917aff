#include "intents/learn/classifier.hpp"

#include <algorithm>

#include "intents/learn/on_threads.hpp"
#include "intents/learn/randomness.hpp"
#include "intents/learn/slips.hpp"

namespace motcua::intents {
namespace {

// Whether the n-th copy is made: 0.34 gives about every third phrase one, whatever phrases stand around it.
bool due(double slips, int n, std::string_view text) {
  const double left = slips - (n - 1);
  return left >= 1 || (left > 0 && dice{seed_of(text, static_cast<std::uint64_t>(n))}.happens(left));
}

// By what is said alone: a label's number changes when an entry is added before it, and the order of training
// with it.
std::uint64_t key_of(const lesson& l) {
  std::uint64_t key = 0;
  for (const auto& w : l.words) key = seed_of(w.accented, key);
  return key;
}

std::vector<lesson> lessons_of(std::span<const labelled_text> texts, const reader& read,
                               const learning_options& options) {
  struct copy {
    const labelled_text* of;
    std::uint64_t number;  // 0: the text itself
  };
  std::vector<copy> copies;
  for (const auto& t : texts) {
    copies.push_back({&t, 0});
    for (int n = 1; t.as_asked && due(options.slips, n, t.text); ++n)
      copies.push_back({&t, static_cast<std::uint64_t>(n)});
  }
  std::vector<lesson> lessons(copies.size());
  each_on_threads(options.threads, copies.size(), [&](std::size_t i) {
    const auto& [of, number] = copies[i];
    lessons[i] = {number == 0 ? of->words : read.read_normalised(with_slips(of->text, number)), of->label,
                  of->cost * options.cost};
  });
  return lessons;
}

// Letters come last.
std::span<const ngram> learnt_part(std::span<const ngram> grams, bool letters) {
  if (letters) return grams;
  const auto first =
      std::find_if(grams.begin(), grams.end(), [](const ngram& g) { return g.of == ngram_family::letters; });
  return grams.first(static_cast<std::size_t>(first - grams.begin()));
}

// Where every phrase has a mangled copy, an n-gram of one text alone was made by a slip, or is kept by its
// pieces.
feature_space space_of(std::span<const lesson> lessons, const learning_options& options) {
  ngram_census census;
  std::vector<ngram> grams;
  for (const auto& l : lessons) {
    ngrams_of(l.words, grams);
    census.add(learnt_part(grams, options.letters));
  }
  return feature_space{census, options.slips >= 1 ? 2U : 1U};
}

void add_up_repeated(std::vector<term>& terms) {
  std::sort(terms.begin(), terms.end(), [](const term& a, const term& b) { return a.feature < b.feature; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (kept > 0 && terms[kept - 1].feature == terms[i].feature)
      terms[kept - 1].weight += terms[i].weight;
    else
      terms[kept++] = terms[i];
  }
  terms.resize(kept);
}

std::vector<example> examples_of(std::span<const lesson> lessons, const feature_space& space,
                                 const learning_options& options) {
  std::vector<example> examples(lessons.size());
  each_on_threads(options.threads, lessons.size(), [&](std::size_t i) {
    thread_local std::vector<ngram> grams;
    thread_local std::vector<term> terms;
    ngrams_of(lessons[i].words, grams);
    space.weigh(learnt_part(grams, options.letters), terms);
    add_up_repeated(terms);
    examples[i] = {terms, lessons[i].label, lessons[i].cost, key_of(lessons[i])};
  });
  return examples;
}

}  // namespace

classifier::classifier(std::span<const labelled_text> texts, std::size_t labels, const reader& read,
                       const learning_options& options)
    : classifier{lessons_of(texts, read, options), labels, options} {}

classifier::classifier(std::span<const lesson> lessons, std::size_t labels, const learning_options& options)
    : letters_{options.letters},
      space_{space_of(lessons, options)},
      svm_{examples_of(lessons, space_, options), labels, space_.size(), {options.passes, options.threads}} {}

void classifier::score(std::span<const ngram> said, std::vector<float>& margins) const {
  std::vector<term> terms;
  space_.weigh(learnt_part(said, letters_), terms);
  svm_.score(terms, margins);
}

}  // namespace motcua::intents
