#include "server/store/sqlite/writer.hpp"

#include <sqlite3.h>

namespace motcua::store {
namespace {

// Named here, so that they stay prepared.
const std::string begin = "BEGIN IMMEDIATE";
const std::string commit_all = "COMMIT";

void execute(connection& on, const std::string& sql) {
  query{on, sql}.run();
}

void roll_back(connection& on) {
  auto& db = on.database();
  if (sqlite3_get_autocommit(db.getHandle()) == 0) db.tryExec("ROLLBACK");
}

std::optional<error_code> run_apart(connection& on, job& work) {
  execute(on, "SAVEPOINT one");
  std::optional<error_code> failure;
  try {
    work.run(on);
  } catch (const std::exception& e) {
    log::error("store.write_failed", {{"reason", e.what()}});
    execute(on, "ROLLBACK TO one");
    failure = errc::storage;
  }
  execute(on, "RELEASE one");
  return failure;
}

}  // namespace

writer::writer(const std::filesystem::path& database, schema steps, std::size_t most_waiting,
               std::size_t largest_commit)
    : on_{open_database(database, steps)},
      most_waiting_{most_waiting},
      largest_commit_{largest_commit},
      thread_{[this] { loop(); }} {}

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
    batch jobs;
    {
      std::unique_lock hold{mutex_};
      wake_.wait(hold, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && jobs.size() < largest_commit_) {
        jobs.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    commit(std::move(jobs));
  }
}

void writer::commit(batch jobs) {
  failures of(jobs.size());
  if (!write_all(jobs)) of = write_each(jobs);
  for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->end(of[i]);
}

bool writer::write_all(const batch& jobs) {
  try {
    execute(on_, begin);
    for (const auto& one : jobs) one->run(on_);
    execute(on_, commit_all);
    return true;
  } catch (const std::exception&) {  // write_each will tell which
    roll_back(on_);
    return false;
  }
}

writer::failures writer::write_each(const batch& jobs) {
  failures of(jobs.size());
  try {
    execute(on_, begin);
    for (std::size_t i = 0; i < jobs.size(); ++i) of[i] = run_apart(on_, *jobs[i]);
    execute(on_, commit_all);
  } catch (const std::exception& e) {  // the disk is full, or the file is gone: nothing was written
    log::error("store.commit_failed", {{"reason", e.what()}});
    of.assign(jobs.size(), error_code{errc::storage});
    roll_back(on_);
  }
  return of;
}

}  // namespace motcua::store
