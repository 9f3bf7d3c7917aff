// What the content pages are told, as JSON. Pure.
#pragma once

#include <nlohmann/json.hpp>

#include "content/knowledge/entry.hpp"
#include "server/staff/content/drafts.hpp"
#include "server/staff/content/gate.hpp"

namespace motcua::staff {

nlohmann::json summary_of(const content::entry& e);
nlohmann::json summary_of(const draft& d);
nlohmann::json json_of(const version& v);
nlohmann::json json_of(const gate_report& r);

// "ask the draft": what it decides and says.
nlohmann::json answer_of(const intents::mind& with, const std::string& question, intents::instant now);

// The entry that the console works on: none for a catalogue record.
const content::entry* published_entry(const intents::mind& now, const std::string& id);
bool has_unit(const content::snapshot& content, const std::string& id);

// The unit whose own the file is; the shared base for every other.
content::unit_id unit_of_path(const std::string& path);

}  // namespace motcua::staff
