#include "server/store/sqlite/writer.hpp"

#include <sqlite3.h>

#include <vector>

#include "server/store/sqlite/migrations.hpp"

namespace motcua::store {
namespace {

constexpr std::size_t largest_commit =
    512;  // bounds how long one slow job can hold up the answers of the others

SQLite::Database open(const std::filesystem::path& file) {
  SQLite::Database db{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  db.setBusyTimeout(5'000);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("PRAGMA secure_delete = ON");  // law.md D-12: what is erased cannot be read back from the file
  migrate(db);
  return db;
}

std::optional<error_code> run_one(SQLite::Database& db, job& work) {
  db.exec("SAVEPOINT one");
  std::optional<error_code> failure;
  try {
    work.run(db);
  } catch (const std::exception& e) {
    log::error("store.write_failed", {{"reason", e.what()}});
    db.exec("ROLLBACK TO one");
    failure = errc::storage;
  }
  db.exec("RELEASE one");
  return failure;
}

}  // namespace

writer::writer(const std::filesystem::path& database, std::size_t most_waiting)
    : db_{open(database)}, most_waiting_{most_waiting}, thread_{[this] { loop(); }} {}

writer::~writer() {
  {
    const std::lock_guard hold{mutex_};
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool writer::submit(std::unique_ptr<job>& work) {
  {
    const std::lock_guard hold{mutex_};
    if (stopping_ || queue_.size() >= most_waiting_) return false;
    queue_.push_back(std::move(work));
  }
  wake_.notify_one();
  return true;
}

void writer::loop() {
  for (;;) {
    std::deque<std::unique_ptr<job>> batch;
    {
      std::unique_lock hold{mutex_};
      wake_.wait(hold, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && batch.size() < largest_commit) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    commit(std::move(batch));
  }
}

void writer::commit(std::deque<std::unique_ptr<job>> batch) {
  std::vector<std::optional<error_code>> failures(batch.size());
  try {
    db_.exec("BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < batch.size(); ++i) failures[i] = run_one(db_, *batch[i]);
    db_.exec("COMMIT");
  } catch (
      const std::exception& e) {  // the disk is full, or the file is gone: nothing of the batch was written
    log::error("store.commit_failed", {{"reason", e.what()}});
    failures.assign(batch.size(), error_code{errc::storage});
    if (sqlite3_get_autocommit(db_.getHandle()) == 0) db_.tryExec("ROLLBACK");
  }
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i]->end(failures[i]);
}

}  // namespace motcua::store
