// The security log: every act of the console, only ever added to, each entry bound to the one before by a
// keyed hash, so that a change or a gap shows (law.md D-23: kept 12 months, no words of citizens in it).
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

#include "server/staff/person.hpp"
#include "server/staff/records.hpp"

namespace motcua::staff {

enum class outcome { done, refused };

struct act {
  std::string who;        // login; "motcua" for the program itself, "-" where nobody is signed in
  std::string what;       // "people.invite", "content.publish"
  std::string subject{};  // what it was done to: an id, never a citizen's words
  outcome how = outcome::done;
  std::string from{};        // network address; empty for the program itself
  nlohmann::json details{};  // small; null where there is nothing more to say
};

struct audit_entry {
  std::int64_t number = 0;
  instant at;
  act what;
  std::string hash;  // hex
};

class audit {
 public:
  explicit audit(std::string key) : key_{std::move(key)} {}  // audit_key()

  // In the transaction of the act itself, so that neither stands without the other.
  void add(connection& db, const act& what, instant now) const;

  // The first entry that does not fit the one before it; none: the log is whole. Reads all of it.
  struct verdict {
    std::int64_t entries = 0;
    std::optional<std::int64_t> broken_at;
    std::string head;  // the newest entry's hash: noted elsewhere, it shows a log cut off at its end
  };
  verdict verify(connection& db) const;

  // Lets go of what is older than `before`, and says so in the log.
  std::int64_t forget_before(connection& db, instant before, instant now) const;

 private:
  std::string key_;
};

// The key of the log, from the key that the installation keeps in data/hash.key.
std::string audit_key(const std::string& installation_key);

// Newest first; `before`: only numbers below it, 0 for the newest.
std::vector<audit_entry> audit_entries(connection& db, std::int64_t before, int limit);

}  // namespace motcua::staff
