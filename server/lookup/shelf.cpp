#include "server/lookup/shelf.hpp"

#include <algorithm>
#include <map>

#include "intents/text/normalise.hpp"

namespace motcua::lookup {
namespace {

constexpr std::string_view event_prefix = "event.";
constexpr std::string_view entries_suffix = ".entries";

std::string heading_of(const content::entry& e, const content::phrasebook& words) {
  if (const auto* r = e.as<content::record>()) return r->field;
  const auto* p = e.as<content::procedure>();
  const auto key = "field." + (p ? p->field : std::string{content::name_of(e.kind())});
  return words.say(words.has(key) ? key : "field.other");
}

bool by_title(const content::entry* a, const content::entry* b) {
  // Guidance before bare records; then by name.
  const bool a_bare = a->kind() == content::entry_kind::record,
             b_bare = b->kind() == content::entry_kind::record;
  return a_bare != b_bare ? b_bare : a->title < b->title;
}

}  // namespace

bool is_public(const content::entry& e) noexcept {
  return e.kind() != content::entry_kind::smalltalk && !e.hidden;
}

std::string address_part(std::string_view title) {
  auto part = intents::fold(intents::normalise(title));
  std::replace(part.begin(), part.end(), ' ', '-');
  return part;
}

std::vector<shelf> shelves_by_field(const content::snapshot& content, const content::unit_id& unit) {
  std::map<std::string, shelf> by_name;
  for (const auto& any : content.entries()) {
    const auto* e = content.find_for(unit, any.id);
    if (!e || !is_public(*e)) continue;
    auto title = heading_of(*e, content.phrases());
    auto& at = by_name[address_part(title)];
    at.title = std::move(title);
    at.entries.push_back(e);
  }
  std::vector<shelf> all;
  for (auto& [name, one] : by_name) {
    one.name = name;
    std::sort(one.entries.begin(), one.entries.end(), by_title);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<shelf> shelves_by_event(const content::snapshot& content, const content::unit_id& unit) {
  std::vector<shelf> all;
  const auto& words = content.phrases();
  for (const auto& [key, title] : words.all()) {
    if (!key.starts_with(event_prefix) || key.ends_with(entries_suffix)) continue;
    shelf one{key.substr(event_prefix.size()), title, {}};
    const auto ids = key + std::string{entries_suffix};
    if (!words.has(ids)) continue;
    const auto listed = words.say(ids);
    for (const auto& id : intents::words_of(listed)) {
      const auto* e = content.find_for(unit, content::entry_id{id});
      if (e && is_public(*e)) one.entries.push_back(e);
    }
    if (!one.entries.empty()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace motcua::lookup
