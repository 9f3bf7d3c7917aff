#include "server/staff/content/form.hpp"

#include <algorithm>

#include "content/exchange/write_yaml.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/content/tree_json.hpp"

namespace motcua::staff {
namespace {

constexpr int deepest = 16;
constexpr std::size_t longest_id = 80;

}  // namespace

std::optional<written> write_entry(const std::string& body) {
  using nlohmann::ordered_json;  // the fields of a file keep their order
  const auto shallow = [](int depth, ordered_json::parse_event_t, ordered_json&) { return depth < deepest; };
  const auto given = ordered_json::parse(body, shallow, false);
  if (given.is_discarded() || !given.is_object() || !given.contains("tree")) return std::nullopt;
  const auto node = node_of(given.at("tree"));
  if (!node) return std::nullopt;
  written out;
  out.text = content::write_yaml(*node);
  for (const auto& child : node->children) {
    if (child.key == "title") out.title = child.text;
    if (child.key == "id") out.id = child.text;
    if (child.key == "kind") out.kind = child.text;
    if (child.key == "field") out.field = child.text;
  }
  return out;
}

std::string path_of_new(const written& entry, const content::snapshot& among) {
  const auto in = [&](const std::string& folder) { return folder + "/" + entry.id + ".yaml"; };
  if (entry.kind == "faq") return in("faqs");
  if (entry.kind == "guide") return in("guides");
  if (entry.kind == "contact") return in("contacts");
  if (entry.kind != "procedure") return {};
  const auto all = among.entries();
  const bool known = std::any_of(all.begin(), all.end(), [&](const content::entry& e) {
    const auto* p = e.as<content::procedure>();
    return p && p->field == entry.field;
  });
  return known ? in("procedures/" + entry.field) : std::string{};
}

nlohmann::ordered_json form_of(const std::string& yaml) {
  const auto tree = content::parse_yaml(yaml);
  return tree ? json_of(*tree) : nlohmann::ordered_json::object();
}

piece piece_of(const draft& d) {
  return {d.path, is_changes_path(d.path) ? d.entry.str() : std::string{}, d.body};
}

content::entry_id version_key(const std::string& entry, const std::string& unit) {
  return content::entry_id{unit.empty() ? entry : entry + '@' + unit};
}

content::entry_id version_key(const draft& d) {
  return version_key(d.entry.str(), is_changes_path(d.path) ? unit_of_path(d.path).str() : std::string{});
}

bool is_entry_id(const std::string& id) {
  return !id.empty() && id.size() <= longest_id && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace motcua::staff
