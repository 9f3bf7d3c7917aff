// Drafts and versions in the console's store. A draft is one entry's file as it would be; a version is one
// that was published. Functions on a connection: many of them make one act, in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "server/staff/person.hpp"
#include "server/staff/records.hpp"

namespace motcua::staff {

enum class draft_id : std::int64_t {};
enum class draft_state { open, in_review, published, withdrawn };

std::string_view name_of(draft_state s) noexcept;

struct draft {
  draft_id id{};
  content::entry_id entry;
  std::string path;  // of its file in the content folder
  std::string title;
  std::string base;  // SHA-256 of the published file that it began from; empty: a new entry
  std::string body;  // YAML, in its one form
  draft_state state = draft_state::open;
  std::vector<std::string> editors;  // logins of all who wrote in it, the last one last
  std::int64_t revision = 1;         // counts the changes: a writer names the one that they saw
  instant changed_at;
};

draft_id add_draft(connection& db, const draft& made);
std::optional<draft> find_draft(connection& db, draft_id id);
std::vector<draft> living_drafts(connection& db);  // open or in review, the newest change first

// False, and nothing is changed, where the draft is not at `seen` any more.
bool change_draft(connection& db, const draft& to, std::int64_t seen);
bool move_draft(connection& db, draft_id id, draft_state to, std::int64_t seen, instant now);

struct version {
  int number = 0;
  std::string body;
  std::string published_by;
  std::vector<std::string> written_by;
  instant at;
  std::string reason;  // of an override; "@before_console", "@restored 3"; empty: an ordinary change
};

// The next number of the entry.
int add_version(connection& db, const content::entry_id& of, const version& made);
std::vector<version> versions_of(connection& db, const content::entry_id& of);  // the newest first

}  // namespace motcua::staff
