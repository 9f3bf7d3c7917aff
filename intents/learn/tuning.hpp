// The options that do best on texts held out of training.
#pragma once

#include <span>

#include "intents/learn/classifier.hpp"

namespace motcua::intents {

// Three folds, on at most a few thousand texts; the same texts give the same options.
learning_options tuned(std::span<const labelled_text> texts, std::size_t labels, const reader& read);

}  // namespace motcua::intents
