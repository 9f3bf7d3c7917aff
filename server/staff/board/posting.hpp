// Changes what staff says at once, and swaps it in for every turn. Shared by the desks that do so.
#pragma once

#include <functional>
#include <mutex>

#include "server/async/cell.hpp"
#include "server/staff/board/board.hpp"

namespace motcua::staff {

// Two changes at a time may end in either order on their loops: the one that was written last stays.
class posting {
 public:
  posting(records& keep, cell<pipeline::switchboard>& board) : keep_{keep}, board_{board} {}

  // May be awaited from any loop. Errors as records::write; nothing is swapped then.
  awaitable<result<void>> change(std::function<void(connection&)> work, instant now);

 private:
  struct written {
    std::uint64_t number = 0;
    std::shared_ptr<const pipeline::switchboard> board;
  };

  records& keep_;
  cell<pipeline::switchboard>& board_;
  std::uint64_t last_written_ = 0;  // of the writer's thread
  std::mutex mutex_;
  std::uint64_t last_posted_ = 0;
};

}  // namespace motcua::staff
