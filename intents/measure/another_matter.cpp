#include "intents/measure/another_matter.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t stride =
    31;  // so that neighbours in the set do not follow on neighbours in the content

}  // namespace

another_matter::another_matter(const content::snapshot& content) : content_{content} {
  for (const auto& e : content.entries())
    if (e.kind() == content::entry_kind::procedure) procedures_.push_back(&e);
}

const content::entry& another_matter::before(std::size_t row) const {
  const auto& asked = content_.contents().golden[row].entry;
  const auto at = row * stride % procedures_.size();
  const auto* first = procedures_[at];
  return first->id == asked ? *procedures_[(at + 1) % procedures_.size()] : *first;
}

conversation another_matter::state_before(std::size_t row, instant now) const {
  conversation state;
  state.introduced = true;
  state.in_hand = before(row).id;
  state.talked_of = {before(row).id};
  state.last_turn = now - std::chrono::minutes{1};
  return state;
}

}  // namespace motcua::intents
