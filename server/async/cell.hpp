// A cell that holds the current version of something immutable: readers take it once and keep it, a writer
// swaps it.
#pragma once

#include <memory>
#include <mutex>

namespace motcua {

// Every thread may call every member. (std::atomic<std::shared_ptr> races in libstdc++ 12.)
template <class T>
class cell {
 public:
  explicit cell(std::shared_ptr<const T> first = nullptr) : now_{std::move(first)} {}

  std::shared_ptr<const T> take() const {
    const std::lock_guard hold{mutex_};
    return now_;
  }
  void put(std::shared_ptr<const T> next) {
    const std::lock_guard hold{mutex_};
    now_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> now_;
};

}  // namespace motcua
