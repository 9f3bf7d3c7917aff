#include "content/knowledge/snapshot.hpp"

#include <algorithm>
#include <stdexcept>

#include "content/knowledge/digest.hpp"

namespace motcua::content {

snapshot::snapshot(library contents) : contents_{std::move(contents)}, version_{digest_of(contents_)} {
  for (std::size_t i = 0; i < contents_.entries.size(); ++i) {
    if (const auto& id = contents_.entries[i].id; !by_id_.emplace(id, i).second) {
      throw std::invalid_argument{"entry id twice: " + id.str()};
    }
  }
  for (std::size_t i = 0; i < contents_.units.size(); ++i) {
    if (const auto& id = contents_.units[i].id; !units_by_id_.emplace(id, i).second) {
      throw std::invalid_argument{"unit id twice: " + id.str()};
    }
  }
  for (const auto& view : contents_.views)
    for (const auto& e : view.changed) changed_by_[view.of].emplace(e.id, &e);
  if (!units_by_id_.contains(default_unit)) throw std::invalid_argument{"no unit " + default_unit.str()};
}

const entry* snapshot::find(const entry_id& id) const noexcept {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &contents_.entries[found->second];
}

const entry* snapshot::find_for(const unit_id& id, const entry_id& wanted) const noexcept {
  const auto* base = find(wanted);
  if (!base || !concerns(id, *base)) return nullptr;
  const unit* at = &unit_or_default(id);
  for (std::size_t steps = 0; at && steps <= contents_.units.size(); ++steps) {
    if (const auto view = changed_by_.find(at->id); view != changed_by_.end()) {
      const auto changed = view->second.find(wanted);
      if (changed != view->second.end()) return changed->second;
    }
    at = around(*at);
  }
  return base;
}

bool snapshot::concerns(const unit_id& id, const entry& e) const noexcept {
  if (!e.only_of) return true;
  const unit* at = &unit_or_default(id);
  for (std::size_t steps = 0; at && steps <= contents_.units.size(); ++steps) {
    if (at->id == *e.only_of) return true;
    at = around(*at);
  }
  return false;
}

const unit* snapshot::around(const unit& inner) const noexcept {
  if (!inner.within) return nullptr;
  const auto found = units_by_id_.find(*inner.within);
  return found == units_by_id_.end() ? nullptr : &contents_.units[found->second];
}

const entry* snapshot::find_code(std::string_view national_code) const noexcept {
  if (national_code.empty()) return nullptr;  // the code of an entry that has none
  const auto has_code = [&](const entry& e) {
    if (const auto* r = e.as<record>()) return r->code == national_code;
    const auto* p = e.as<procedure>();
    return p && p->code.value == national_code;
  };
  const auto found = std::ranges::find_if(contents_.entries, has_code);
  return found == contents_.entries.end() ? nullptr : &*found;
}

const entry* snapshot::find_smalltalk(smalltalk_act act) const noexcept {
  const auto does = [&](const entry& e) {
    const auto* s = e.as<smalltalk>();
    return s && s->act == act;
  };
  const auto found = std::ranges::find_if(contents_.entries, does);
  return found == contents_.entries.end() ? nullptr : &*found;
}

const unit& snapshot::unit_or_default(const unit_id& id) const noexcept {
  auto found = units_by_id_.find(id);
  if (found == units_by_id_.end()) found = units_by_id_.find(default_unit);
  return contents_.units[found->second];
}

}  // namespace motcua::content
