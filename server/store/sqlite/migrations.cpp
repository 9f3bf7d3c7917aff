#include "server/store/sqlite/migrations.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <stdexcept>
#include <string>

namespace motcua::store {
namespace {

// Times are milliseconds since 1970. What a citizen wrote stands only in event.text, what was answered only
// in outbox.reply, and where to answer only in address: three tables that are erased apart (law.md D-05,
// D-12).
constexpr const char* first = R"sql(
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  dedupe_key TEXT NOT NULL,
  conversation TEXT NOT NULL,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  arrived_at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, dedupe_key)
) STRICT;
CREATE INDEX event_waiting ON event (conversation, id) WHERE done = 0;
CREATE INDEX event_of_conversation ON event (conversation);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  erase_upto INTEGER              -- answers up to this outbox id are erased once they are out
) STRICT, WITHOUT ROWID;

CREATE TABLE address (
  conversation TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE turn (
  event INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL,
  account TEXT NOT NULL,
  decision TEXT NOT NULL,
  entry TEXT NOT NULL,
  aspect TEXT NOT NULL,
  confidence REAL NOT NULL,
  content_version TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX turn_of_conversation ON turn (conversation);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  conversation TEXT NOT NULL,
  event INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reply TEXT NOT NULL,
  status INTEGER NOT NULL DEFAULT 0,   -- 0 waiting, 1 sent, 2 undeliverable
  parts_done INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  uncertain INTEGER NOT NULL DEFAULT 0,
  next_try INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  platform_message TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  UNIQUE (event, position)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (conversation, id) WHERE status = 0;
CREATE INDEX outbox_next_try ON outbox (next_try) WHERE status = 0;
CREATE INDEX outbox_of_conversation ON outbox (conversation, id);

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  proven_at INTEGER,
  access_token TEXT,
  refresh_token TEXT,
  expires_at INTEGER,
  previous_access_token TEXT,          -- kept for diagnosis (zalo-oa.md 3.4)
  previous_refresh_token TEXT,
  tokens_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE web_session (
  token_hash TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  account TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Events find their duplicates by a key that begins with their time, so that the index grows at its end: with
// one of random ids every write touches a page of its own. For the same reason what waits is found by its id,
// and the index over whole conversations, which only erasure asks for, holds what has been answered. Ids
// count on from the newest event, which is therefore never forgotten.
constexpr const char* second = R"sql(
DROP INDEX event_waiting;
DROP INDEX event_of_conversation;
ALTER TABLE event RENAME TO event_before;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  dedupe_key TEXT NOT NULL,
  conversation TEXT NOT NULL,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  arrived_at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  UNIQUE (occurred_at, account, dedupe_key)
) STRICT;
INSERT INTO event SELECT id, account, dedupe_key, conversation, kind, text, occurred_at, arrived_at, done
  FROM event_before ORDER BY id;
DROP TABLE event_before;
CREATE INDEX event_waiting ON event (id) WHERE done = 0;
CREATE INDEX event_answered ON event (conversation) WHERE done = 1;
)sql";

// What the echo of a message on its way will be known by, where the platform echoes no id of ours.
constexpr const char* third = "ALTER TABLE outbox ADD COLUMN trace TEXT NOT NULL DEFAULT ''";

// For staff: the newest conversations, and who waits for a person.
constexpr const char* fourth = R"sql(
CREATE INDEX conversation_newest ON conversation (updated_at);
CREATE INDEX turn_for_a_person ON turn (conversation) WHERE decision = 'person';
CREATE INDEX turn_not_understood ON turn (event) WHERE decision = 'not_understood';
)sql";

// Counted as it happens, so that it can be told when the turns have been forgotten. Days are Việt Nam's,
// since 1970; measures as in tally.hpp.
constexpr const char* fifth = R"sql(
CREATE TABLE tally (
  day INTEGER NOT NULL,
  account TEXT NOT NULL,
  measure INTEGER NOT NULL,
  detail TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, account, measure, detail)
) STRICT, WITHOUT ROWID;
ALTER TABLE turn ADD COLUMN opinion TEXT NOT NULL DEFAULT '';   -- what the citizen thought of this answer
CREATE INDEX turn_not_helped ON turn (event) WHERE opinion = 'not_helped';
)sql";

// Whom 1022 sent on: no caller, only how far the code came. NULL where nothing was said.
constexpr const char* sixth = R"sql(
CREATE TABLE referral (
  code TEXT PRIMARY KEY,
  entry TEXT NOT NULL,
  aspect TEXT NOT NULL,
  unit TEXT NOT NULL,
  operator TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  opened_at INTEGER,
  asked_on_at INTEGER,
  helped INTEGER,                      -- 0 no, 1 yes: the last word
  saved INTEGER,
  called_again INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_made ON referral (made_at);
)sql";

// Feedback that citizens filed, and drafts that are being written. `sealed`: of an event, for its turn alone.
constexpr const char* seventh = R"sql(
ALTER TABLE event ADD COLUMN sealed TEXT NOT NULL DEFAULT '';
CREATE TABLE ticket (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE,                    -- NULL: a draft
  conversation TEXT NOT NULL,          -- empty: the citizen is not to be told
  account TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'other',
  what TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  time TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  word TEXT NOT NULL DEFAULT '',       -- of the office, with the last change
  due INTEGER,                         -- a day, since 1970
  begun_at INTEGER NOT NULL,
  filed_at INTEGER,
  changed_at INTEGER,
  untold INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX ticket_draft ON ticket (conversation) WHERE code IS NULL;
CREATE INDEX ticket_untold ON ticket (conversation) WHERE untold = 1;
CREATE INDEX ticket_to_tell ON ticket (conversation) WHERE conversation <> '';
CREATE INDEX ticket_of_unit ON ticket (unit);
CREATE TABLE ticket_step (
  number INTEGER PRIMARY KEY,
  ticket INTEGER NOT NULL REFERENCES ticket ON DELETE CASCADE,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,                   -- empty: the citizen
  status TEXT NOT NULL,
  word TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_step_of ON ticket_step (ticket);
)sql";

// Photos beside the tickets: large, and read by themselves.
constexpr const char* eighth = R"sql(
CREATE TABLE ticket_photo (
  ticket INTEGER PRIMARY KEY REFERENCES ticket ON DELETE CASCADE,
  sealed TEXT NOT NULL
) STRICT;
)sql";

constexpr std::array<const char*, 8> migrations{first, second, third, fourth, fifth, sixth, seventh, eighth};

}  // namespace

schema conversations_schema() noexcept {
  return migrations;
}

void migrate(SQLite::Database& db, schema steps, std::optional<int> upto) {
  const int have = db.execAndGet("PRAGMA user_version").getInt();
  const int want = static_cast<int>(steps.size());
  if (have > want)
    throw std::runtime_error{"the database has schema " + std::to_string(have) +
                             ", this program knows only " + std::to_string(want) +
                             ": install the newer motcua, or restore an older backup"};
  for (int step = have; step < upto.value_or(want); ++step) {
    SQLite::Transaction all{db};
    db.exec(steps[static_cast<std::size_t>(step)]);
    db.exec("PRAGMA user_version = " + std::to_string(step + 1));
    all.commit();
  }
}

SQLite::Database open_database(const std::filesystem::path& file, schema steps) {
  SQLite::Database db{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.setBusyTimeout(5'000);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  // A checkpoint stops the writer: seldom, then, and of what fits its cache.
  db.exec("PRAGMA wal_autocheckpoint = 8000");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("PRAGMA secure_delete = ON");  // law.md D-12: what is erased cannot be read back from the file
  migrate(db, steps);
  return db;
}

}  // namespace motcua::store
