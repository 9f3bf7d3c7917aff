#include "server/referral/doors.hpp"

#include <algorithm>

#include "content/knowledge/unit.hpp"

namespace motcua::referral {

std::string name_of(door::kind to) {
  switch (to) {
    case door::kind::zalo:
      return "zalo";
    case door::kind::messenger:
      return "messenger";
    case door::kind::web:
      break;
  }
  return "web";
}

std::vector<door> doors_of(const std::vector<door>& all, const content::unit_id& unit) {
  std::vector<door> found;
  for (const auto to : {door::kind::zalo, door::kind::messenger, door::kind::web}) {
    const auto add = [&](const content::unit_id& of) {
      const auto before = found.size();
      std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                   [&](const door& d) { return d.to == to && d.unit == of; });
      return found.size() > before;
    };
    if (!add(unit)) add(content::default_unit);
  }
  return found;
}

std::string address_of(const door& to) {
  switch (to.to) {
    case door::kind::zalo:
      return "https://zalo.me/" + to.id;
    case door::kind::messenger:
      return "https://m.me/" + to.id;
    case door::kind::web:
      break;
  }
  return "/chat?unit=" + to.unit.str();
}

std::string address_of(const door& to, const std::string& code) {
  if (to.to == door::kind::messenger) return address_of(to) + "?ref=" + code;
  return to.to == door::kind::web ? address_of(to) + "&ma=" + code : address_of(to);
}

}  // namespace motcua::referral
