#include "content/exchange/write_yaml.hpp"

#include <algorithm>
#include <array>

#include "content/knowledge/text_form.hpp"

namespace motcua::content {
namespace {

using shape = yaml_node::shape;

constexpr std::size_t widest = 140;  // characters a line, where words allow it
constexpr std::size_t longest_plain = 110;

bool is_number_like(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == ':';
  };
  return std::ranges::all_of(text, fits);
}

// A word that other readers of YAML would take for something else than a text.
bool is_reserved(std::string_view text) {
  constexpr std::array reserved{"null", "~",  "yes", "no",  "on",   "off",
                                "Yes",  "No", "On",  "Off", "True", "False"};
  return std::ranges::find(reserved, text) != reserved.end();
}

bool is_plain(std::string_view text, bool in_braces) {
  constexpr std::string_view never_first = "-?:,[]{}#&*!|>'\"%@` ";
  if (text.empty() || never_first.find(text.front()) != std::string_view::npos) return false;
  if (text.back() == ' ' || text.back() == ':' || is_reserved(text)) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.find_first_of("\n\r\t") != std::string_view::npos) return false;
  return !in_braces || text.find_first_of(",[]{}?") == std::string_view::npos;
}

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n')
      quoted += "\\n";
    else if (c == '\t')
      quoted += "\\t";
    else if (c == '\r')
      quoted += "\\r";
    else
      quoted += c;
  }
  return quoted + '"';
}

// Keys whose texts look like numbers and are meant as such, or as days.
bool is_bare_number(std::string_view key) {
  constexpr std::array numbers{"amount", "original",    "copy",      "date",       "from",
                               "to",     "verified_on", "review_by", "valid_from", "valid_to"};
  return std::ranges::find(numbers, key) != numbers.end();
}

std::string scalar(const yaml_node& node, bool in_braces) {
  if (is_number_like(node.text) && !is_bare_number(node.key)) return in_quotes(node.text);
  return is_plain(node.text, in_braces) ? node.text : in_quotes(node.text);
}

bool is_flat(const yaml_node& node) {
  return std::ranges::all_of(node.children, [](const yaml_node& child) {
    return child.what == shape::text ||
           (child.what == shape::list &&
            std::ranges::all_of(child.children, [](const yaml_node& c) { return c.what == shape::text; }));
  });
}

std::string on_one_line(const yaml_node& node) {
  if (node.what == shape::text) return scalar(node, true);
  const bool map = node.what == shape::map;
  std::string line = map ? "{" : "[";
  for (const auto& child : node.children) {
    if (line.size() > 1) line += ", ";
    if (map) line += child.key + ": ";
    line += on_one_line(child);
  }
  return line + (map ? '}' : ']');
}

class yaml_writer {
 public:
  std::string take() { return std::move(out_); }

  void map(const yaml_node& node, std::size_t indent, bool first_goes_on) {
    for (const auto& child : node.children) {
      if (!first_goes_on) out_.append(indent, ' ');
      first_goes_on = false;
      out_ += child.key + ':';
      value(child, indent);
    }
  }

 private:
  void value(const yaml_node& node, std::size_t indent) {
    if (node.what == shape::text) {
      text(node, indent);
    } else if (fits_one_line(node, indent)) {
      out_ += ' ' + on_one_line(node) + '\n';
    } else if (node.what == shape::list) {
      out_ += '\n';
      list(node, indent + 2);
    } else {
      out_ += '\n';
      map(node, indent + 2, false);
    }
  }

  // Phrases and rows stand one a line, where a changed one is seen at once.
  static bool fits_one_line(const yaml_node& node, std::size_t indent) {
    constexpr std::array words{"related", "fields", "confidence_by_field"};
    if (std::ranges::find(words, node.key) == words.end()) return node.children.empty();
    return is_flat(node) && code_points(on_one_line(node)) + indent + node.key.size() + 2 <= widest;
  }

  void list(const yaml_node& node, std::size_t indent) {
    for (const auto& item : node.children) {
      out_.append(indent, ' ');
      out_ += '-';
      if (item.what == shape::text) {
        text(item, indent);
      } else if (item.what == shape::map && is_flat(item) &&
                 code_points(on_one_line(item)) + indent + 2 <= widest) {
        out_ += ' ' + on_one_line(item) + '\n';
      } else {
        out_ += ' ';
        map(item, indent + 2, true);
      }
    }
  }

  void text(const yaml_node& node, std::size_t indent) {
    const bool folds =
        code_points(node.text) > longest_plain && node.text.find_first_of("\n\r\t") == std::string::npos &&
        node.text.find("  ") == std::string::npos && node.text.front() != ' ' && node.text.back() != ' ';
    if (!folds) {
      out_ += ' ' + scalar(node, false) + '\n';
      return;
    }
    out_ += " >-\n";
    fold(node.text, indent + 2);
  }

  void fold(std::string_view text, std::size_t indent) {
    std::size_t width = 0;
    while (!text.empty()) {
      const auto word = text.substr(0, text.find(' '));
      const auto size = code_points(word);
      if (width == 0) {
        out_.append(indent, ' ');
        width = indent;
      } else if (width + 1 + size > widest) {
        out_ += '\n';
        out_.append(indent, ' ');
        width = indent;
      } else {
        out_ += ' ';
        ++width;
      }
      out_ += word;
      width += size;
      text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    out_ += '\n';
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(const yaml_node& map) {
  yaml_writer writer;
  writer.map(map, 0, false);
  return writer.take();
}

}  // namespace motcua::content
