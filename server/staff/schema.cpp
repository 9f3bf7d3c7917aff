// The tables of staff.db. Times are milliseconds since 1970. A step never changes once it was released.
#include <array>

#include "server/staff/records.hpp"

namespace motcua::staff {
namespace {

constexpr const char* people = R"sql(
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,               -- JSON array of names
  units TEXT NOT NULL,               -- JSON array of ids; empty: every unit
  active INTEGER NOT NULL DEFAULT 1,
  password TEXT,                     -- Argon2id; NULL: the invitation is open
  code_secret TEXT,                  -- of the one-time codes, sealed
  code_pending TEXT,                 -- the same, until the first right code shows that it was taken over
  code_step INTEGER NOT NULL DEFAULT 0,  -- the last one used: none is taken twice
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  last_seen INTEGER
) STRICT;

CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  csrf TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of ON session (person);

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome INTEGER NOT NULL,          -- 0 done, 1 refused
  source TEXT NOT NULL,              -- network address
  details TEXT NOT NULL,             -- JSON
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
)sql";

constexpr const char* drafts = R"sql(
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  base TEXT NOT NULL,                -- SHA-256 of the published file it began from
  body TEXT NOT NULL,                -- YAML
  state INTEGER NOT NULL,            -- 0 open, 1 in review, 2 published, 3 withdrawn
  editors TEXT NOT NULL,             -- JSON array of logins
  revision INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_living ON draft (changed_at) WHERE state IN (0, 1);

CREATE TABLE version (
  entry TEXT NOT NULL,
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  published_by TEXT NOT NULL,
  written_by TEXT NOT NULL,          -- JSON array of logins
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* unanswered = R"sql(
CREATE TABLE unanswered_mark (
  key TEXT PRIMARY KEY,              -- folded words of the question (alike.hpp)
  mark TEXT NOT NULL,                -- outside, ignored
  who TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* board = R"sql(
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  units TEXT NOT NULL,               -- JSON array of ids; empty: every unit
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,             -- not included; moved forward where it was taken back
  who TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE switched_off (
  kind INTEGER NOT NULL,             -- 0 an account, 1 an entry
  subject TEXT NOT NULL,
  units TEXT NOT NULL,               -- of an entry: JSON array of ids; empty: every unit
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, subject, units)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<const char*, 4> steps{people, drafts, unanswered, board};

}  // namespace

store::schema staff_schema() noexcept {
  return steps;
}

}  // namespace motcua::staff
