// The one thread that writes. What queued up while the last commit was flushed shares the next one.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "server/store/sqlite/job.hpp"

namespace motcua::store {

// Every thread may submit. Each job runs in a savepoint of its own, so that one bad write spoils nothing; its
// result is posted after the commit that holds it has reached the disk.
class writer {
 public:
  writer(const std::filesystem::path& database, std::size_t most_waiting);
  ~writer();  // runs what is queued, then ends
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;

  bool submit(std::unique_ptr<job>& work);  // false, and `work` untouched, when the queue is full

  template <class R, class F>
  awaitable<result<R>> write(F work) {
    return await_job<R>([this](std::unique_ptr<job>& made) { return submit(made); }, std::move(work));
  }

 private:
  void loop();
  void commit(std::deque<std::unique_ptr<job>> batch);

  SQLite::Database db_;
  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::unique_ptr<job>> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace motcua::store
