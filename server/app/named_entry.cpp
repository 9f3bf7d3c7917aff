#include "server/app/named_entry.hpp"

#include "server/app/configuration.hpp"

namespace motcua::app {

const content::entry& entry_named(const content::snapshot& content, const content::unit_id& unit,
                                  const std::string& name) {
  const auto* e = content.find_for(unit, content::entry_id{name});
  if (!e) e = content.find_code(name);
  if (!e)
    throw configuration_error{"there is no entry " + name + ": `motcua content export --csv` lists them all"};
  return *e;
}

}  // namespace motcua::app
