// Threads that read, each job on a read-only connection of its own.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "server/store/sqlite/job.hpp"

namespace motcua::store {

class readers {
 public:
  readers(const std::filesystem::path& database, int count, std::size_t most_waiting);
  ~readers();
  readers(const readers&) = delete;
  readers& operator=(const readers&) = delete;

  bool submit(std::unique_ptr<job>& work);

  template <class R, class F>
  awaitable<result<R>> read(F work) {
    return await_job<R>([this](std::unique_ptr<job>& made) { return submit(made); }, std::move(work));
  }

 private:
  void run(job& work);

  const std::size_t most_waiting_;
  std::atomic<std::size_t> waiting_{0};
  std::mutex mutex_;
  std::vector<std::unique_ptr<connection>>
      idle_;  // as many as there are threads, so that one is always there to take
  net::thread_pool threads_;
};

}  // namespace motcua::store
