#include "server/staff/unanswered/alike.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "intents/text/normalise.hpp"

namespace motcua::staff {
namespace {

constexpr double alike_from = 0.6;
constexpr std::size_t most_examples = 3;

using words = std::vector<std::string>;  // folded, sorted, each once

words words_in(const std::string& text) {
  auto all = intents::words_of(intents::fold(intents::normalise(text)));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string joined(const words& all) {
  std::string key;
  for (const auto& word : all) key += (key.empty() ? "" : " ") + word;
  return key;
}

double likeness(const words& a, const words& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++common, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  const auto all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

// The same words, however written: one wording.
struct wording {
  words said;
  std::string example;
  std::size_t count = 0;
  instant last_at;
  std::vector<std::string> unhelpful{};
};

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::vector<wording> wordings_of(const std::vector<question>& questions) {
  std::map<std::string, wording> by_key;
  for (const auto& q : questions) {
    auto said = words_in(q.text);
    if (said.empty()) continue;
    auto& one = by_key[joined(said)];
    if (one.count == 0) one = {std::move(said), q.text, 0, q.at};
    add_once(one.unhelpful, q.unhelpful);
    ++one.count;
    one.last_at = std::max(one.last_at, q.at);
  }
  std::vector<wording> all;
  for (auto& [key, one] : by_key) all.push_back(std::move(one));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return all;
}

}  // namespace

std::string key_of(const std::string& text) {
  return joined(words_in(text));
}

std::vector<question_group> group_alike(const std::vector<question>& questions) {
  std::vector<question_group> groups;
  std::vector<words> leaders;
  for (const auto& one : wordings_of(questions)) {
    const auto like = std::find_if(leaders.begin(), leaders.end(), [&](const words& leader) {
      return likeness(leader, one.said) >= alike_from;
    });
    const auto at = static_cast<std::size_t>(like - leaders.begin());
    if (like == leaders.end()) {
      leaders.push_back(one.said);
      groups.push_back({joined(one.said), 0, {}, one.last_at});
    }
    auto& group = groups[at];
    group.count += one.count;
    group.last_at = std::max(group.last_at, one.last_at);
    for (const auto& entry : one.unhelpful) add_once(group.unhelpful, entry);
    if (group.examples.size() < most_examples) group.examples.push_back(one.example);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    return a.count != b.count ? a.count > b.count : a.last_at > b.last_at;
  });
  return groups;
}

}  // namespace motcua::staff
