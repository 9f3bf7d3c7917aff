#include "content/knowledge/yaml_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "content/knowledge/text_form.hpp"

namespace motcua::content {
namespace {

constexpr std::size_t most_depth = 16;

// The parser reports events and has no other way to be stopped than an exception; parse_yaml catches it.
[[noreturn]] void refuse(const YAML::Mark& mark, const std::string& why) {
  throw YAML::ParserException{mark, why};
}

class tree_builder final : public YAML::EventHandler {
 public:
  explicit tree_builder(file_report& report) : report_{report} {}

  yaml_node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    if (wants_key()) refuse(mark, "a key is missing before the colon");
    add(mark, yaml_node::shape::none);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { refuse_anchor(mark, anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    if (wants_key()) {
      key_ = value;
      key_line_ = mark.line + 1;
      has_key_ = true;
    } else {
      add(mark, yaml_node::shape::text).text = value;
    }
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, yaml_node::shape::list);
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, yaml_node::shape::map);
  }
  void OnMapEnd() override {
    report_twins(*open_.back());
    open_.pop_back();
  }

 private:
  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    refuse(mark, "anchors (&name) and aliases (*name) are not used here: write the value out");
  }

  bool wants_key() const {
    return !open_.empty() && open_.back()->what == yaml_node::shape::map && !has_key_;
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, yaml_node::shape what) {
    refuse_anchor(mark, anchor);
    if (wants_key()) refuse(mark, "a key must be a word, not a list or a map");
    if (open_.size() >= most_depth) refuse(mark, "too many levels inside one another");
    open_.push_back(&add(mark, what));
  }

  // Nodes are only appended to the innermost open node, so the pointers in open_ stay good.
  yaml_node& add(const YAML::Mark& mark, yaml_node::shape what) {
    yaml_node& node = open_.empty() ? root_ : open_.back()->children.emplace_back();
    node.what = what;
    node.line = mark.line + 1;
    if (has_key_) {
      node.key = std::move(key_);
      node.key_line = key_line_;
      if (what == yaml_node::shape::none) node.line = key_line_;  // the parser is already past it
      has_key_ = false;
    }
    return node;
  }

  void report_twins(const yaml_node& map) {
    std::map<std::string_view, int> first;
    for (const auto& child : map.children) {
      const auto [twin, fresh] = first.emplace(child.key, child.key_line);
      if (fresh) continue;
      report_.error(child.key_line, "",
                    "the key " + quoted(child.key) + " stands here twice (first on line " +
                        std::to_string(twin->second) + "): delete one");
    }
  }

  file_report& report_;
  yaml_node root_;
  std::vector<yaml_node*> open_;
  std::string key_;
  int key_line_ = 0;
  bool has_key_ = false;
};

void collect_lines(const yaml_node& node, const std::string& field, std::map<std::string, int>& lines) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto& child = node.children[i];
    const bool in_map = node.what == yaml_node::shape::map;
    const auto name = in_map ? child_field(field, child.key) : child_field(field, i);
    lines.emplace(name, in_map ? child.key_line : child.line);
    collect_lines(child, name, lines);
  }
}

}  // namespace

std::optional<yaml_node> parse_yaml(std::string_view text, file_report& report) {
  try {
    std::istringstream in{std::string{text}};
    YAML::Parser parser{in};
    tree_builder builder{report};
    if (!parser.HandleNextDocument(builder)) {
      report.error(0, "", "is empty: write it, or delete the file");
      return std::nullopt;
    }
    auto root = builder.take();
    if (tree_builder rest{report}; parser.HandleNextDocument(rest)) {
      report.error(0, "", "holds a second document after \"---\": one entry a file");
      return std::nullopt;
    }
    if (root.what == yaml_node::shape::none) {
      report.error(0, "", "is empty: write it, or delete the file");
      return std::nullopt;
    }
    return root;
  } catch (const YAML::Exception& e) {
    report.error(e.mark.is_null() ? 0 : e.mark.line + 1, "",
                 "is not valid YAML (" + e.msg +
                     "): look at the colons, quotes and indents here and on the line above");
  }
  return std::nullopt;
}

std::string child_field(const std::string& parent, std::string_view key) {
  return parent.empty() ? std::string{key} : parent + "." + std::string{key};
}

std::string child_field(const std::string& parent, std::size_t index) {
  return parent + "[" + std::to_string(index + 1) + "]";
}

std::map<std::string, int> lines_of(const yaml_node& root) {
  std::map<std::string, int> lines;
  collect_lines(root, "", lines);
  return lines;
}

std::optional<yaml_node> parse_yaml(std::string_view text) {
  std::vector<finding> untold;
  file_report report{"", untold};
  return parse_yaml(text, report);
}

}  // namespace motcua::content
