#include "server/staff/board/posting.hpp"

namespace motcua::staff {

awaitable<result<void>> posting::change(std::function<void(connection&)> work, instant now) {
  const auto put = [this, work = std::move(work), now](connection& db) -> written {
    work(db);
    return {++last_written_, std::make_shared<const pipeline::switchboard>(switchboard_of(db, now))};
  };
  const auto made = co_await keep_.write<written>(put);
  if (!made) co_return made.error();
  const std::lock_guard hold{mutex_};
  if (made->number > last_posted_) {
    last_posted_ = made->number;
    board_.put(made->board);
  }
  co_return result<void>{};
}

}  // namespace motcua::staff
