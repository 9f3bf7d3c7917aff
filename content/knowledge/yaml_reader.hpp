// Typed reading of a YAML map. Each mistake is reported where it stands and reading goes on, so that one
// check shows them all. A map_reader knows which keys were asked for: finish() reports the others.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "content/knowledge/fact.hpp"
#include "content/knowledge/file_report.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {

// One value: what it is, how its field is named in a finding, where to report.
struct spot {
  const yaml_node& node;
  std::string field;
  file_report& report;

  void error(std::string message) const { report.error(node.line, field, std::move(message)); }
};

bool expect_shape(const spot& at, yaml_node::shape wanted);  // false and a finding if it has another

// Readers of one value: the value, or nullopt and a finding.
std::optional<std::string> read_text(const spot& at);
std::optional<bool> read_flag(const spot& at);    // true or false
std::optional<int> read_count(const spot& at);    // 0 to 999
std::optional<money> read_money(const spot& at);  // a whole number of đồng
std::optional<date> read_date(const spot& at);    // 2026-02-28
std::optional<confidence> read_confidence(const spot& at);
std::optional<dated_text> read_dated(const spot& at);  // a text, or a list of texts and {text, from, to}

template <class Id>
std::optional<Id> read_id(const spot& at) {
  auto text = read_text(at);
  if (!text) return std::nullopt;
  return Id{std::move(*text)};
}

template <class Read>
using value_read_by = typename std::invoke_result_t<Read, const spot&>::value_type;

// A list of what `Item` reads. A bad item is reported and leaves an empty one, so that the others keep their
// numbers.
template <auto Item>
auto read_list(const spot& at) -> std::optional<std::vector<value_read_by<decltype(Item)>>> {
  if (!expect_shape(at, yaml_node::shape::list)) return std::nullopt;
  std::vector<value_read_by<decltype(Item)>> items;
  for (std::size_t i = 0; i < at.node.children.size(); ++i) {
    auto item = Item(spot{at.node.children[i], child_field(at.field, i), at.report});
    items.push_back(item ? std::move(*item) : value_read_by<decltype(Item)>{});
  }
  return items;
}

// One word of a fixed set.
template <class E>
struct choice {
  std::string_view word;
  E value;
};

// "x is not known here: write one of a, b".
std::string unknown_word(std::string_view word, const std::vector<std::string_view>& known);

template <class E, std::size_t N>
std::optional<E> read_choice(const spot& at, const std::array<choice<E>, N>& choices) {
  const auto word = read_text(at);
  if (!word) return std::nullopt;
  std::vector<std::string_view> known;
  for (const auto& c : choices) {
    if (c.word == *word) return c.value;
    known.push_back(c.word);
  }
  at.error(unknown_word(*word, known));
  return std::nullopt;
}

enum class need { optional, required };

class map_reader {
 public:
  explicit map_reader(const spot& at) : at_{at} {}  // precondition: expect_shape(at, map)

  // The value of a key that is there. An absent key is a finding if it is required.
  std::optional<spot> find(std::string_view key, need how_needed);

  template <class Read>
  auto maybe(std::string_view key, Read read, need how_needed = need::optional)
      -> std::invoke_result_t<Read, const spot&> {
    const auto found = find(key, how_needed);
    if (!found) return std::nullopt;
    return read(*found);
  }

  // As maybe(), with an empty value where there is none.
  template <class Read>
  auto get(std::string_view key, Read read, need how_needed = need::optional) {
    auto found = maybe(key, read, how_needed);
    return found ? std::move(*found) : typename decltype(found)::value_type{};
  }

  period days(std::string_view from = "from", std::string_view to = "to") {
    return {maybe(from, read_date), maybe(to, read_date)};
  }

  void finish() const;  // reports the keys that nobody asked for

 private:
  spot at_;
  std::vector<std::string_view> asked_;
};

// The facts of a map, each with the trust that `confidence` and `confidence_by_field` give it.
class fact_reader {
 public:
  fact_reader(map_reader& map, need confidence_needed);

  confidence trust() const noexcept { return trust_; }

  template <class Read>
  auto get(std::string_view key, Read read, need how_needed = need::optional) {
    using value_type = value_read_by<Read>;
    facts_.push_back(key);
    const auto trust = trust_of(key);
    const auto found = map_.find(key, how_needed);
    if (!found) return fact<value_type>{};
    if (is_unknown(found->node)) return fact<value_type>{{}, confidence::unknown, true};
    auto value = read(*found);
    return value ? fact<value_type>{std::move(*value), trust, true} : fact<value_type>{};
  }

  void finish() const;  // reports the names in confidence_by_field that are no facts

 private:
  static bool is_unknown(const yaml_node& node) {
    return node.what == yaml_node::shape::text && node.text == "unknown";
  }
  confidence trust_of(std::string_view key) const;

  map_reader& map_;
  confidence trust_ = confidence::unknown;
  std::optional<spot> by_field_;
  std::vector<std::string_view> facts_;
};

}  // namespace motcua::content
