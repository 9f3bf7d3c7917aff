#include "server/lookup/found.hpp"

#include <algorithm>

namespace motcua::lookup {
namespace {

constexpr double worth_showing = 0.02;        // of a candidate's confidence, beside likelier ones
constexpr double worth_showing_still = 0.10;  // and where what was asked is likelier none of ours

}  // namespace

std::vector<const content::entry*> entries_found(const content::snapshot& content,
                                                 const content::unit_id& unit,
                                                 const intents::understanding& u) {
  std::vector<const content::entry*> all;
  const auto add = [&](const content::entry_id& id) {
    const auto* e = content.find_for(unit, id);
    if (e && is_public(*e) && std::find(all.begin(), all.end(), e) == all.end()) all.push_back(e);
  };
  if (u.plainly_outside) return all;
  if (u.entry) add(*u.entry);
  const double least = u.outside ? worth_showing_still : worth_showing;
  for (const auto& c : u.candidates)
    if (c.confidence >= least) add(c.entry);
  return all;
}

}  // namespace motcua::lookup
