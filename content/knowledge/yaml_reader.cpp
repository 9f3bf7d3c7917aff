#include "content/knowledge/yaml_reader.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "content/knowledge/text_form.hpp"

namespace motcua::content {
namespace {

using shape = yaml_node::shape;

std::string_view name_of(shape what) {
  switch (what) {
    case shape::none:
      return "nothing";
    case shape::text:
      return "a text";
    case shape::list:
      return "a list";
    case shape::map:
      return "a map of key: value";
  }
  return "nothing";
}

// How many letters to add, drop or change to get from one word to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

// The known word that was probably meant; empty if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr std::size_t longest = 40;  // no known word is longer, and the work grows with the length
  std::string_view best;
  if (word.size() > longest) return best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const auto candidate : known) {
    if (const auto d = distance(word, candidate); d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number n{};
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (trouble != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return n;
}

std::optional<dated_line> read_dated_line(const spot& at) {
  if (at.node.what != shape::map) {
    auto text = read_text(at);
    return text ? std::optional{dated_line{std::move(*text), {}}} : std::nullopt;
  }
  map_reader map{at};
  dated_line line{map.get("text", read_text, need::required), map.days()};
  map.finish();
  return line;
}

}  // namespace

bool expect_shape(const spot& at, shape wanted) {
  if (at.node.what == wanted) return true;
  if (at.node.what == shape::none) {
    at.error("has no value: write one, or delete the line");
  } else {
    at.error("is " + std::string{name_of(at.node.what)} + " where " + std::string{name_of(wanted)} +
             " is wanted");
  }
  return false;
}

std::optional<std::string> read_text(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  const auto last = at.node.text.find_last_not_of(" \t\r\n");
  if (last == std::string::npos) {
    at.error("is an empty text: write it, or delete the line");
    return std::nullopt;
  }
  if (at.node.text == "unknown") {  // would be said to a citizen as it stands
    at.error("cannot be `unknown`, only a fact can: write the text, or delete the line");
    return std::nullopt;
  }
  return at.node.text.substr(0, last + 1);
}

std::optional<bool> read_flag(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  if (at.node.text == "true") return true;
  if (at.node.text == "false") return false;
  at.error(quoted(at.node.text) + " is neither true nor false");
  return std::nullopt;
}

std::optional<int> read_count(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  const auto count = parse_number<int>(at.node.text);
  if (count && *count >= 0 && *count <= 999) return count;
  at.error(quoted(at.node.text) + " is not a count: write a whole number from 0 to 999, in digits");
  return std::nullopt;
}

std::optional<money> read_money(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  if (const auto dong = parse_number<std::int64_t>(at.node.text)) return money{*dong};
  at.error(quoted(at.node.text) +
           " is not an amount: write a whole number of đồng, digits only, such as 8000");
  return std::nullopt;
}

std::optional<date> read_date(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  if (const auto day = parse_date(at.node.text)) return day;
  at.error(quoted(at.node.text) + " is not a day: write year-month-day, such as 2026-02-28");
  return std::nullopt;
}

std::optional<confidence> read_confidence(const spot& at) {
  if (!expect_shape(at, shape::text)) return std::nullopt;
  if (const auto trust = parse_confidence(at.node.text)) return trust;
  at.error(unknown_word(at.node.text, {"high", "medium", "low"}));
  return std::nullopt;
}

std::string unknown_word(std::string_view word, const std::vector<std::string_view>& known) {
  std::string message = quoted(word) + " is not known here: write one of ";
  for (const auto k : known) message.append(k == known.front() ? "" : ", ").append(k);
  return message;
}

std::optional<spot> map_reader::find(std::string_view key, need how_needed) {
  asked_.push_back(key);
  const auto found = std::ranges::find(at_.node.children, key, &yaml_node::key);
  if (found != at_.node.children.end()) return spot{*found, child_field(at_.field, key), at_.report};
  if (how_needed == need::required) {
    at_.report.error(at_.node.line, child_field(at_.field, key), "is missing: add it");
  }
  return std::nullopt;
}

std::optional<dated_text> read_dated(const spot& at) {
  if (at.node.what != shape::list) {
    auto text = read_text(at);
    return text ? std::optional{dated_text{{std::move(*text), {}}}} : std::nullopt;
  }
  return read_list<&read_dated_line>(at);
}

void map_reader::finish() const {
  for (const auto& child : at_.node.children) {
    if (std::ranges::find(asked_, child.key) != asked_.end()) continue;
    std::string message = "unknown key " + quoted(child.key) + ": ";
    if (const auto meant = nearest(child.key, asked_); !meant.empty()) {
      message += "did you mean " + quoted(meant) + "?";
    } else if (child.key.find(' ') != std::string::npos) {
      message += "put a text that holds a comma or a colon in quotes";
    } else {
      message += "delete it, or see content/README.md for the keys";
    }
    at_.report.error(child.key_line, child_field(at_.field, shortened(child.key)), std::move(message));
  }
}

fact_reader::fact_reader(map_reader& map, need confidence_needed)
    : map_{map},
      trust_{map.get("confidence", read_confidence, confidence_needed)},
      by_field_{map.find("confidence_by_field", need::optional)} {
  if (by_field_ && !expect_shape(*by_field_, shape::map)) by_field_.reset();
}

// Called once for each fact, so a bad word is reported once.
confidence fact_reader::trust_of(std::string_view key) const {
  if (!by_field_) return trust_;
  const auto found = std::ranges::find(by_field_->node.children, key, &yaml_node::key);
  if (found == by_field_->node.children.end()) return trust_;
  return read_confidence({*found, child_field(by_field_->field, key), by_field_->report})
      .value_or(confidence::unknown);
}

void fact_reader::finish() const {
  if (!by_field_) return;
  map_reader named{*by_field_};
  for (const auto fact_name : facts_) named.find(fact_name, need::optional);
  named.finish();
}

}  // namespace motcua::content
