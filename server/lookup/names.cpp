#include "server/lookup/names.hpp"

namespace motcua::lookup {

std::string official_name_of(const content::entry& e) {
  if (const auto* p = e.as<content::procedure>()) return p->official_name;
  const auto* r = e.as<content::record>();
  return r ? r->official_name : std::string{};
}

std::string code_of(const intents::reading& r) {
  if (const auto* known = r.entry.as<content::record>()) return known->code;
  const auto* p = r.entry.as<content::procedure>();
  return p && r.may_say(p->code) ? p->code.value : std::string{};
}

}  // namespace motcua::lookup
