#include "content/knowledge/phrasebook.hpp"

#include <algorithm>
#include <stdexcept>

namespace motcua::content {
namespace {

bool is_gap_letter(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}

// Walks a text as alternating plain parts and gap names, in one pass: what fills a gap is never looked at
// again.
template <class OnPlain, class OnGap>
void walk(std::string_view text, OnPlain on_plain, OnGap on_gap) {
  while (!text.empty()) {
    const auto open = text.find('{');
    on_plain(text.substr(0, open));
    if (open == std::string_view::npos) return;
    text.remove_prefix(open + 1);
    const auto end = std::ranges::find_if_not(text, is_gap_letter);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length == 0 || end == text.end() || *end != '}') {
      on_plain("{");
      continue;
    }
    on_gap(text.substr(0, length));
    text.remove_prefix(length + 1);
  }
}

}  // namespace

std::vector<std::string> gaps_in(std::string_view text) {
  std::vector<std::string> names;
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
  return names;
}

std::string phrasebook::say(std::string_view key, std::initializer_list<gap> gaps) const {
  const auto found = texts_.find(key);
  if (found == texts_.end())
    throw std::out_of_range{"no phrase \"" + std::string{key} + "\" in content/phrases"};
  std::string said;
  const auto fill = [&](std::string_view name) {
    const auto given = std::ranges::find(gaps, name, &gap::first);
    if (given != gaps.end()) {
      said += given->second;
    } else {
      said.append("{").append(name).append("}");
    }
  };
  walk(
      found->second, [&](std::string_view plain) { said += plain; }, fill);
  return said;
}

}  // namespace motcua::content
