// A golden question as it may come in a conversation: after another matter.
#pragma once

#include <vector>

#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {

// Holds a reference to the content.
class another_matter {
 public:
  explicit another_matter(const content::snapshot& content);

  // A procedure that the question is not about; another one for the next question.
  const content::entry& before(std::size_t row) const;
  // A conversation in which it was just talked of.
  conversation state_before(std::size_t row, instant now) const;

 private:
  const content::snapshot& content_;
  std::vector<const content::entry*> procedures_;
};

}  // namespace motcua::intents
