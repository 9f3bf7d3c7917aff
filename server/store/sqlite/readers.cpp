#include "server/store/sqlite/readers.hpp"

#include <boost/asio/post.hpp>

namespace motcua::store {

readers::readers(const std::filesystem::path& database, int count, std::size_t most_waiting)
    : most_waiting_{most_waiting}, threads_{static_cast<std::size_t>(count)} {
  for (int i = 0; i < count; ++i) {
    SQLite::Database db{database.string(), SQLite::OPEN_READONLY};
    db.setBusyTimeout(5'000);
    idle_.push_back(std::make_unique<connection>(std::move(db)));
  }
}

readers::~readers() {
  threads_.join();
}

bool readers::submit(std::unique_ptr<job>& work) {
  if (waiting_.fetch_add(1) >= most_waiting_) {
    waiting_.fetch_sub(1);
    return false;
  }
  net::post(threads_, [this, held = std::move(work)] {
    run(*held);
    waiting_.fetch_sub(1);
  });
  return true;
}

void readers::run(job& work) {
  std::unique_lock hold{mutex_};
  auto on = std::move(idle_.back());
  idle_.pop_back();
  hold.unlock();
  std::optional<error_code> failure;
  try {
    work.run(*on);
  } catch (const std::exception& e) {
    log::error("store.read_failed", {{"reason", e.what()}});
    failure = errc::storage;
  }
  hold.lock();
  idle_.push_back(std::move(on));
  hold.unlock();
  work.end(failure);
}

}  // namespace motcua::store
