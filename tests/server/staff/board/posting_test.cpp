#include "server/staff/board/posting.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include "tests/support/temp_folder.hpp"

namespace motcua::staff {
namespace {

// Many loops, so that changes end in another order than they were written in.
TEST(Posting, LeavesTheBoardOfTheLastChange) {
  const tests::temp_folder folder;
  records keep{folder.path()};
  cell<pipeline::switchboard> board;
  posting post{keep, board};
  net::thread_pool loops{8};
  const instant now{};
  std::vector<std::future<result<void>>> under_way;
  for (int i = 0; i < 40; ++i) {
    const auto change = [&post, i, now]() -> awaitable<result<void>> {
      const std::function<void(connection&)> work = [i, now](connection& db) {
        switch_off(db, {switch_kind::account, "account-" + std::to_string(i), {}, "bài thử", "an", now});
      };
      co_return co_await post.change(work, now);
    };
    under_way.push_back(net::co_spawn(loops, change, net::use_future));
  }
  std::size_t done = 0;
  for (auto& one : under_way) done += one.get() ? 1U : 0U;
  loops.join();
  EXPECT_GT(done, 0U);
  EXPECT_EQ(board.take()->accounts_off.size(), done);
}

}  // namespace
}  // namespace motcua::staff
