// Between the form of a draft and its text, and under which names drafts are kept. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "content/knowledge/snapshot.hpp"
#include "server/staff/content/drafts.hpp"
#include "server/staff/content/piece.hpp"

namespace motcua::staff {

struct written {
  std::string text;  // YAML; what is wrong in it the gate tells
  std::string title;
  std::string id;
  std::string kind;
  std::string field;  // of a procedure
};

// Of {"tree": ...}; none where it is no such thing.
std::optional<written> write_entry(const std::string& body);

// Where a new entry of the shared base stands: "faqs/gui-xe.yaml". Empty for a kind that is not written by
// hand, and for a procedure of a field that no other has.
std::string path_of_new(const written& entry, const content::snapshot& among);

// A draft's text as the form edits it.
nlohmann::ordered_json form_of(const std::string& yaml);

piece piece_of(const draft& d);

// Under which versions are kept: "khai-sinh", or "khai-sinh@hai-phong" for what differs in a unit.
content::entry_id version_key(const std::string& entry, const std::string& unit);
content::entry_id version_key(const draft& d);

// Small letters, digits and hyphens: the name of a file, and of a thing in an address.
bool is_entry_id(const std::string& id);

}  // namespace motcua::staff
