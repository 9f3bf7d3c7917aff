#include "server/staff/content/tree_json.hpp"

namespace motcua::staff {
namespace {

using content::yaml_node;
using nlohmann::ordered_json;
using shape = yaml_node::shape;

constexpr int deepest = 8;

bool says_nothing(const yaml_node& node) {
  return node.what == shape::none || (node.what == shape::text ? node.text.empty() : node.children.empty());
}

std::optional<yaml_node> read(const ordered_json& value, int depth) {
  yaml_node node;
  if (depth > deepest) return std::nullopt;
  if (value.is_null()) return node;
  if (value.is_string() || value.is_boolean() || value.is_number_integer()) {
    node.what = shape::text;
    node.text = value.is_string() ? value.get<std::string>() : value.dump();
    return node;
  }
  if (!value.is_array() && !value.is_object()) return std::nullopt;
  node.what = value.is_array() ? shape::list : shape::map;
  for (const auto& [key, item] : value.items()) {
    auto child = read(item, depth + 1);
    if (!child) return std::nullopt;
    if (says_nothing(*child)) continue;
    if (node.what == shape::map) child->key = key;
    node.children.push_back(std::move(*child));
  }
  return node;
}

}  // namespace

ordered_json json_of(const yaml_node& node) {
  switch (node.what) {
    case shape::none:
      return nullptr;
    case shape::text:
      return node.text;
    case shape::list: {
      auto list = ordered_json::array();
      for (const auto& child : node.children) list.push_back(json_of(child));
      return list;
    }
    case shape::map: {
      auto map = ordered_json::object();
      for (const auto& child : node.children) map[child.key] = json_of(child);
      return map;
    }
  }
  return nullptr;
}

std::optional<yaml_node> node_of(const ordered_json& value) {
  auto node = read(value, 0);
  return node && node->what == shape::map ? node : std::nullopt;
}

}  // namespace motcua::staff
