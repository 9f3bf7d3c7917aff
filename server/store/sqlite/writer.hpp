// The one thread that writes. What queued up while the last commit was flushed shares the next one.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/sqlite/job.hpp"
#include "server/store/sqlite/migrations.hpp"

namespace motcua::store {

// Every thread may submit. A job's result is posted after the commit that holds it has reached the disk. A
// write that fails spoils no other: the batch is then rolled back and run again, each job in a savepoint of
// its own.
class writer {
 public:
  // Makes the file where it is not there, and brings its schema up to date.
  writer(const std::filesystem::path& database, schema steps, std::size_t most_waiting,
         std::size_t largest_commit);
  ~writer();  // runs what is queued, then ends
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;

  bool submit(std::unique_ptr<job>& work);  // false, and `work` untouched, when the queue is full

  template <class R, class F, class Then = nothing_then>
  awaitable<result<R>> write(F work, Then then = {}) {
    return await_job<R>([this](std::unique_ptr<job>& made) { return submit(made); }, std::move(work),
                        std::move(then));
  }

 private:
  using batch = std::deque<std::unique_ptr<job>>;
  using failures = std::vector<std::optional<error_code>>;

  void loop();
  void commit(batch jobs);
  bool write_all(const batch& jobs);  // false: one of them failed, and nothing was written
  failures write_each(const batch& jobs);

  connection on_;
  const std::size_t most_waiting_;
  const std::size_t largest_commit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::unique_ptr<job>> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace motcua::store
